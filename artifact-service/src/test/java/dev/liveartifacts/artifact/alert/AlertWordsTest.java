package dev.liveartifacts.artifact.alert;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.math.BigDecimal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertWordsTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().addModule(new JavaTimeModule()).build();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"kind":"aggregate","of":"sum","field":"amount"} | {"op":">","value":100000} | Sum of amount in Acme CRM · list deals is above 100,000
          {"kind":"aggregate","of":"count"} | {"op":"changes"} | Number of rows in Acme CRM · list deals changes
          {"kind":"aggregate","of":"max","field":"age","where":[{"field":"stage","op":"=","value":"open"},{"field":"owner","op":"!=","value":null}]} | {"op":"changes_by","value":12.5,"percent":true} | Largest of age where stage is open and owner is not empty in Acme CRM · list deals changes by at least 12.5 %
          {"kind":"aggregate","of":"count","where":[{"field":"due","op":"in","relative":"week.start"},{"field":"due","op":"<","relative":"today"},{"field":"due","op":"in","relative":"today"}],"timeZone":"Europe/Berlin"} | {"op":">","value":0} | Number of rows where due is in this week and due is before today and due is today in Acme CRM · list deals is above 0
          {"kind":"shape"} | | The fields of Acme CRM · list deals change
          {"kind":"connection"} | | Acme CRM · list deals cannot be reached
          """)
  void a_condition_reads_as_a_sentence(String measure, String comparison, String words)
      throws Exception {
    String json =
        """
        {"connectorId":"0b0e0000-0000-4000-8000-000000000001","tool":"list_deals","measure":%s,"comparison":%s}
        """
            .formatted(measure, comparison);
    Condition condition = JSON.readValue(json, Condition.class);

    assertThat(AlertWords.condition(condition, "Acme CRM")).isEqualTo(words);
    assertThat(condition.objection()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"op":">","value":100} |  | 120.5 | Sum of amount is 120.5, above 100.
          {"op":">","value":100} | 120 | 80 | Sum of amount is 80, not above 100.
          {"op":"changes"} | 12 | 14 | Sum of amount went from 12 to 14.
          {"op":"changes"} | 12 | 12.00 | Sum of amount is 12, as before.
          {"op":"changes_by","value":5} | | 14 | Sum of amount is 14.
          """)
  void what_was_found_is_said_with_its_number(
      String comparison, String last, BigDecimal value, String words) throws Exception {
    String json =
        """
        {"connectorId":"0b0e0000-0000-4000-8000-000000000001","tool":"list_deals","measure":{"kind":"aggregate","of":"sum","field":"amount"},"comparison":%s}
        """
            .formatted(comparison);
    Condition condition = JSON.readValue(json, Condition.class);

    assertThat(AlertWords.found(condition, "Acme CRM", last, new Reading.Amount(value)))
        .isEqualTo(words);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          {"kind":"aggregate","of":"sum"} | {"op":">","value":1} | Choose the field to look at.
          {"kind":"aggregate","of":"count","where":[{"field":"due","op":"in","relative":"week.start"}]} | {"op":">","value":1} | Say in which time zone days begin, for example Europe/Berlin.
          {"kind":"aggregate","of":"count","where":[{"field":"due","op":"in","value":"x"}]} | {"op":">","value":1} | Choose the days that “due” is to be in.
          {"kind":"aggregate","of":"count","where":[{"field":"due","op":"<","value":"x","relative":"today"}]} | {"op":">","value":1} | Compare “due” with a day or with a value, not with both.
          {"kind":"aggregate","of":"count","where":[{"field":"due","op":"<","relative":"soon"}]} | {"op":">","value":1} | "soon" is no relative time. Write for example today-7d or month.start.
          {"kind":"aggregate","of":"count"} | | Say when to be told: above, below, or when it changes.
          {"kind":"aggregate","of":"count"} | {"op":">"} | Enter the number to compare with.
          {"kind":"aggregate","of":"count"} | {"op":"changes_by","value":0} | The change to be told about has to be more than 0.
          """)
  void what_cannot_be_looked_at_is_refused_in_words(String measure, String comparison, String words)
      throws Exception {
    String json =
        """
        {"connectorId":"0b0e0000-0000-4000-8000-000000000001","tool":"list_deals","measure":%s,"comparison":%s}
        """
            .formatted(measure, comparison);

    assertThat(JSON.readValue(json, Condition.class).objection()).contains(words);
  }

  @Test
  void numbers_keep_no_more_than_a_person_reads() {
    assertThat(AlertWords.number(new BigDecimal("1234567.891234"))).isEqualTo("1,234,567.8912");
    assertThat(AlertWords.number(new BigDecimal("-0.50000"))).isEqualTo("-0.5");
    assertThat(AlertWords.number(new BigDecimal("1E+3"))).isEqualTo("1,000");
  }
}
