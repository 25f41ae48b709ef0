package dev.liveartifacts.connector.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProfileTest {
  private static Profile structured(String json) {
    return Profile.of(ShapeTest.structured(json));
  }

  private static Profile text(String text) {
    String quoted = JsonNodeFactory.instance.textNode(text).toString();
    return Profile.of(
        ("{\"content\":[{\"type\":\"text\",\"text\":" + quoted + "}]}")
            .getBytes(StandardCharsets.UTF_8));
  }

  private static FieldProfile field(Profile profile, String path) {
    return profile.fields().stream()
        .filter(field -> field.path().equals(path))
        .findFirst()
        .orElseThrow(() -> new AssertionError(path + " is not in " + profile.fields()));
  }

  @Test
  void rows_are_found_in_structured_content() {
    assertThat(structured("{\"meta\":{\"tags\":[1,2,3]},\"deals\":[{\"id\":1},{\"id\":2}]}").rows())
        .isEqualTo(new Rows("deals", Source.STRUCTURED, 2));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[{\"a\":1},{\"a\":2}]",
        " \n[{\"a\":1},{\"a\":2}]\n",
        "```json\n[{\"a\":1},{\"a\":2}]\n```"
      })
  void rows_are_found_in_json_inside_text(String text) {
    assertThat(text(text).rows()).isEqualTo(new Rows("", Source.JSON_TEXT, 2));
  }

  @Test
  void rows_are_found_in_a_markdown_table() {
    Profile profile =
        text(
            "Found 2 deals:\n\n| Deal | Amount | Close |\n|---|--:|:--|\n| A \\| B | 1200.50 | 2026-03-01 |\n| C | | 2026-05-09 |\n\nDone.");

    assertThat(profile.rows()).isEqualTo(new Rows("", Source.MARKDOWN, 2));
    assertThat(field(profile, "[].Deal").examples()).containsExactly("A | B", "C");
    assertThat(field(profile, "[].Amount").nullShare()).isEqualTo(0.5);
    assertThat(field(profile, "[].Close").looksLike()).isEqualTo(Looks.DATE);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Nothing found.", "a | b", "{broken", "", "[1,2] and more"})
  void text_without_structure_has_no_rows_and_no_fields(String text) {
    assertThat(text(text)).isEqualTo(new Profile(null, List.of()));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "[]", "nonsense", "{\"content\":7}", "{\"structuredContent\":{\"a\":}}"})
  void what_is_no_result_has_no_rows_and_no_fields(String result) {
    assertThat(Profile.of(result.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new Profile(null, List.of()));
  }

  @Test
  void a_field_tells_its_types_examples_range_and_how_often_it_is_missing() {
    Profile profile =
        structured(
            "[{\"v\":1,\"w\":\"x\"},{\"v\":2.5},{\"v\":\"many\"},{\"v\":null},{\"v\":2.5,\"w\":null}]");

    assertThat(field(profile, "[].v"))
        .isEqualTo(
            new FieldProfile(
                "[].v",
                "number",
                List.of("string", "number", "null"),
                List.of("1", "2.5", "many"),
                0.2,
                "1",
                "2.5",
                null));
    assertThat(field(profile, "[].w").nullShare()).isEqualTo(0.8);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "at; 2026-03-01; DATE",
        "at; 01.03.2026; DATE",
        "at; 2026-03-01T07:00:00.123Z; TIMESTAMP",
        "at; 2026-03-01 07:00; TIMESTAMP",
        "v; $1,200.50; MONEY",
        "v; 1 200.50 EUR; MONEY",
        "v; CHF 80; MONEY",
        "v; 0198a0c0-0000-7000-8000-000000000005; ID",
        "v; INV-2026-0042; ID",
        "v; cus_NffrFeUfNV2Hib; ID",
        "v; https://acme.test/a?b=c; URL",
        "v; ada@acme.test; EMAIL",
        "v; Ada Lovelace; ",
        "v; Won; ",
      })
  void a_text_tells_what_it_looks_like(String name, String value, Looks looks) {
    assertThat(
            field(structured("[{\"%s\":\"%s\"}]".formatted(name, value)), "[]." + name).looksLike())
        .isEqualTo(looks);
  }

  @ParameterizedTest
  @CsvSource({
    "amount, 12.5, MONEY",
    "unitPrice, 80, MONEY",
    "customer_id, 4711, ID",
    "createdAt, 1772348400, TIMESTAMP",
    "createdAt, 1772348400000, TIMESTAMP",
    "amount_count, 3, ",
    "rows, 3, "
  })
  void a_number_tells_by_its_name_what_it_looks_like(String name, String value, Looks looks) {
    assertThat(field(structured("[{\"%s\":%s}]".formatted(name, value)), "[]." + name).looksLike())
        .isEqualTo(looks);
  }

  @Test
  void one_stray_value_does_not_hide_what_the_others_look_like() {
    String rows = "{\"d\":\"2026-03-01\"},".repeat(30) + "{\"d\":\"n/a\"}";

    assertThat(field(structured("[" + rows + "]"), "[].d").looksLike()).isEqualTo(Looks.DATE);
  }

  @Test
  void long_examples_are_cut_and_few() {
    String rows =
        "{\"t\":\""
            + "x".repeat(5_000)
            + "\"},".repeat(1)
            + "{\"t\":\"a\"},{\"t\":\"b\"},{\"t\":\"c\"},{\"t\":\"d\"}";

    assertThat(field(structured("[" + rows + "]"), "[].t").examples())
        .hasSize(3)
        .allSatisfy(example -> assertThat(example).hasSizeLessThanOrEqualTo(80));
  }

  @ParameterizedTest
  @ValueSource(strings = {"1e999999999", "1e99999999999999", "-1e-999999999"})
  void a_number_that_is_short_to_write_and_long_to_write_out_costs_nothing(String number) {
    FieldProfile field = field(structured("[{\"n\":" + number + "},{\"n\":2}]"), "[].n");

    assertThat(field.type()).isEqualTo("number");
    assertThat(field.max()).isEqualTo("2");
  }

  @Test
  void deep_nesting_ends_somewhere() {
    String deep = "{\"a\":".repeat(900) + "1" + "}".repeat(900);

    assertThat(structured(deep).fields()).hasSizeLessThan(50);
  }

  @Test
  void ten_thousand_names_are_data_and_no_structure() {
    StringBuilder names = new StringBuilder("{\"x\":0");
    for (int i = 0; i < 10_000; i++) {
      names
          .append(",\"key")
          .append(Integer.toString(i, 26))
          .append("\":{\"n\":")
          .append(i)
          .append('}');
    }

    Profile profile = structured("{\"map\":" + names + "}}");

    assertThat(profile.fields()).extracting(FieldProfile::path).contains("map.*.n");
    assertThat(profile.fields()).hasSizeLessThan(5);
  }

  @Test
  void a_document_with_too_many_places_is_bounded() {
    StringBuilder wide = new StringBuilder("{");
    for (int i = 0; i < 150; i++) {
      wide.append(i == 0 ? "" : ",")
          .append("\"f")
          .append((char) ('a' + i % 26))
          .append((char) ('a' + i / 26))
          .append("\":{");
      for (int j = 0; j < 100; j++) {
        wide.append(j == 0 ? "" : ",")
            .append("\"g")
            .append((char) ('a' + j % 26))
            .append((char) ('a' + j / 26))
            .append("\":1");
      }
      wide.append('}');
    }

    assertThat(structured(wide.append('}').toString()).fields()).hasSizeLessThanOrEqualTo(400);
  }

  @Test
  void eight_mebibytes_are_looked_at_in_time_that_grows_with_them_and_no_faster() {
    byte[] small = ShapeTest.structured("[" + rows(10_000) + "]");
    byte[] large = ShapeTest.structured("[" + rows(80_000) + "]");
    Profile.of(small);
    Profile.of(large);

    Duration one = took(small);
    Duration eight = took(large);

    assertThat(large.length).isGreaterThan(8 * 1024 * 1024);
    assertThat(eight).isLessThan(one.multipliedBy(40).plusSeconds(2));
    assertThat(Profile.of(large).rows()).isEqualTo(new Rows("", Source.STRUCTURED, 80_000));
  }

  private static Duration took(byte[] result) {
    long begun = System.nanoTime();
    Profile.of(result);
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private static String rows(int count) {
    StringBuilder rows = new StringBuilder();
    for (int i = 0; i < count; i++) {
      rows.append(i == 0 ? "" : ",")
          .append("{\"id\":\"C-")
          .append(100_000 + i)
          .append("\",\"amount\":")
          .append(i * 1.25)
          .append(",\"close\":\"2026-03-01\",\"owner\":{\"email\":\"p")
          .append(i)
          .append("@acme.test\"},\"tags\":[\"a\",\"b\"]}");
    }
    return rows.toString();
  }
}
