package dev.liveartifacts.connector.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pairs as updates of CRM and ERP systems bring them, and pairs that only look so. */
class RenameTest {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
  private static final List<String> STAGES =
      List.of("Qualified", "Proposal", "Negotiation", "Won", "Lost", "On hold", "New", "Demo");
  private static final List<String> CITIES =
      List.of("Bern", "Zürich", "Basel", "Genf", "Luzern", "Chur", "Thun", "Biel", "Zug");

  /** Values of one kind, from a seed. */
  private static final Map<String, Function<Random, Object>> VALUES =
      Map.of(
          "amount", random -> 100 + random.nextInt(90_000) / 100.0,
          "count", random -> 1 + random.nextInt(40),
          "id", random -> "C-" + (10_000 + random.nextInt(300)),
          "name", random -> "Company " + Integer.toString(random.nextInt(60), 36),
          "email", random -> "person" + random.nextInt(60) + "@acme.test",
          "date",
              random -> "2026-%02d-%02d".formatted(1 + random.nextInt(12), 1 + random.nextInt(28)),
          "stage", random -> STAGES.get(random.nextInt(STAGES.size())),
          "city", random -> CITIES.get(random.nextInt(CITIES.size())),
          "text", random -> "Note " + Long.toString(random.nextLong(), 36),
          "flag", Random::nextBoolean);

  private static List<FieldChange> changes(
      String before, String now, String valuesBefore, String valuesNow) {
    return Drift.between(kept(before, valuesBefore, 1), kept(now, valuesNow, 2));
  }

  private static Object value(String values, Random random) {
    return Objects.requireNonNull(VALUES.get(values), values).apply(random);
  }

  private static Trace trace(String values, int seed) {
    return Objects.requireNonNull(kept("c", values, seed).traces().get("[].c"));
  }

  private static KeptShape kept(String field, String values, int seed) {
    Random random = new Random(seed);
    ArrayNode rows = JSON.arrayNode();
    for (int i = 0; i < 120; i++) {
      rows.addObject().put("row", i).putPOJO(field, value(values, random));
    }
    Observation seen = Observation.of(ShapeTest.structured(rows.toPrettyString()));
    return new KeptShape(seen.shape(), seen.traces());
  }

  @ParameterizedTest
  @CsvSource({
    "amount,            total_amount,        amount",
    "amount,            amount_usd,          amount",
    "dealAmount,        deal_amt,            amount",
    "cust_no,           customer_number,     id",
    "customerId,        customer_id,         id",
    "client_id,         customerId,          id",
    "acct_name,         account_name,        name",
    "AccountName,       accountName,         name",
    "company,           account,             name",
    "owner_email,       assigneeEmail,       email",
    "email,             email_address,       email",
    "e_mail,            email,               email",
    "close_date,        closeDate,           date",
    "closing_date,      closed_at,           date",
    "due,               due_date,            date",
    "created,           created_at,          date",
    "creation_date,     createdAt,           date",
    "stage,             status,              stage",
    "stage,             deal_stage,          stage",
    "StageName,         stage_name,          stage",
    "qty,               quantity,            count",
    "item_qty,          itemQuantity,        count",
    "desc,              description,         text",
    "zip,               postal_code,         city",
    "billing_city,      billingCity,         city",
    "tel,               phone,               id",
    "is_active,         active,              flag",
    "adress,            address,             text",
    "supplier_no,       vendor_number,       id",
    "cf_region,         region,              city",
    "salesRep,          owner_name,          name",
    "pipeline_position, stage_label,         stage",
    "kunde_ort,         location_town,       city",
  })
  void a_renamed_field_is_recognised(String before, String now, String values) {
    assertThat(changes(before, now, values, values))
        .containsExactly(
            new FieldChange(
                FieldChange.Change.RENAMED, "[]." + before, "[]." + before, "[]." + now));
  }

  @ParameterizedTest
  @CsvSource({
    "created_at,     updated_at,      date,   date",
    "start_date,     end_date,        date,   date",
    "billing_city,   shipping_city,   city,   city",
    "customer_id,    customer_name,   id,     name",
    "first_name,     last_name,       name,   name",
    "net_amount,     gross_amount,    amount, amount",
    "min_price,      max_price,       amount, amount",
    "customer_name,  vendor_name,     name,   name",
    "planned_cost,   actual_cost,     amount, amount",
    "debit,          credit,          amount, amount",
    "home_phone,     work_phone,      id,     id",
    "parent_id,      child_id,        id,     id",
    "amount,         discount,        amount, count",
    "stage,          city,            stage,  city",
    "probability,    region,          count,  city",
    "notes,          owner_email,     text,   email",
    "company,        website,         name,   text",
    "is_active,      has_children,    flag,   flag",
    "quantity,       unit_price,      count,  amount",
    "row_total,      margin,          amount, count",
    "phone,          email,           id,     email",
    "email,          email_opt_out,   email,  flag",
  })
  void another_field_is_not_taken_for_a_renamed_one(
      String before, String now, String valuesBefore, String valuesNow) {
    assertThat(changes(before, now, valuesBefore, valuesNow))
        .extracting(FieldChange::kind)
        .containsExactly(FieldChange.Change.GONE, FieldChange.Change.NEW);
  }

  @Test
  void of_several_new_fields_the_likeliest_is_taken_and_each_once() {
    KeptShape from = kept("amount", "amount", 1);
    Random random = new Random(2);
    ArrayNode rows = JSON.arrayNode();
    for (int i = 0; i < 50; i++) {
      rows.addObject()
          .put("row", i)
          .put("amt", 100 + random.nextInt(90_000) / 100.0)
          .put("total_amount_tax", random.nextInt(20));
    }
    Observation seen = Observation.of(ShapeTest.structured(rows.toString()));

    assertThat(Drift.between(from, new KeptShape(seen.shape(), seen.traces())))
        .containsExactly(
            new FieldChange(FieldChange.Change.RENAMED, "[].amount", "[].amount", "[].amt"),
            new FieldChange(FieldChange.Change.NEW, "[].total_amount_tax", null, "number"));
  }

  @Test
  void the_same_values_are_recognised_and_others_are_not() {
    Trace cities = trace("city", 1);
    Trace again = trace("city", 2);
    Trace names = trace("name", 3);

    assertThat(cities.likeness(again)).isGreaterThan(0.9);
    assertThat(cities.likeness(names)).isLessThan(0.2);
  }
}
