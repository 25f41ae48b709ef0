package dev.liveartifacts.connector.shape;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** The hash tells structures apart, and nothing else. */
class ShapeProperties {
  private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

  /** A row: names, and of what type each value is. */
  record Table(Map<String, Integer> columns) {}

  @Provide
  Arbitrary<Table> tables() {
    return Arbitraries.maps(
            Arbitraries.of("id", "name", "amount", "stage", "owner", "tags", "a.b", "ünï", "x y"),
            Arbitraries.integers().between(0, 5))
        .ofMinSize(1)
        .map(HashMap::new)
        .map(Table::new);
  }

  @Property(tries = 150)
  void values_order_and_number_of_rows_do_not_matter(
      @ForAll("tables") Table table, @ForAll long one, @ForAll long other) {
    assertThat(shape(full(table, one)).hash()).isEqualTo(shape(full(table, other)).hash());
  }

  @Property(tries = 150)
  void once_all_fields_were_seen_the_hash_stays_whatever_is_null_missing_or_empty(
      @ForAll("tables") Table table, @ForAll List<Long> loads) {
    Shape known = shape(full(table, 1)).updated(shape(holes(table, new Random(2))));
    for (long seed : loads) {
      // Every field was missing at least once: from then on it may be.
      known = known.updated(shape(full(table, seed)));
    }
    Shape settled = known.updated(shape(empty(table))).updated(shape(full(table, 3)));
    String hash = settled.hash();
    for (long seed : loads) {
      settled = settled.updated(shape(holes(table, new Random(seed))));

      assertThat(settled.hash()).isEqualTo(hash);
    }
  }

  @Property(tries = 150)
  void a_row_without_any_difference_reports_none(@ForAll("tables") Table table, @ForAll long seed) {
    KeptShape one = new KeptShape(shape(full(table, 1)), Map.of());
    KeptShape other = new KeptShape(shape(full(table, seed)), Map.of());

    assertThat(Drift.between(one, other)).isEmpty();
  }

  @Property(tries = 150)
  void what_is_kept_reads_back(@ForAll("tables") Table table, @ForAll long seed) {
    Shape shape = shape(full(table, seed)).updated(shape(holes(table, new Random(seed))));

    Shape read = ShapeText.read(ShapeText.write(shape));

    assertThat(read).isEqualTo(shape);
    assertThat(read.hash()).isEqualTo(shape.hash());
  }

  private static Shape shape(ArrayNode rows) {
    return ShapeTest.shape(rows.toString());
  }

  /** Rows that have every field. */
  private static ArrayNode full(Table table, long seed) {
    Random random = new Random(seed);
    ArrayNode rows = JSON.arrayNode();
    for (int i = 0; i <= random.nextInt(4); i++) {
      rows.add(row(table, random, 0));
    }
    return rows;
  }

  /** One row without anything. */
  private static ArrayNode empty(Table table) {
    ArrayNode rows = JSON.arrayNode();
    rows.add(row(table, new Random(1), 3));
    return rows;
  }

  /** Rows of which some fields are null, missing or empty; perhaps no row at all. */
  private static ArrayNode holes(Table table, Random random) {
    ArrayNode rows = JSON.arrayNode();
    for (int i = random.nextInt(4); i > 0; i--) {
      rows.add(row(table, random, 1 + random.nextInt(3)));
    }
    return rows;
  }

  private static ObjectNode row(Table table, Random random, int holes) {
    List<String> names = new ArrayList<>(table.columns().keySet());
    Collections.shuffle(names, random);
    ObjectNode row = JSON.objectNode();
    for (String name : names) {
      int hole = holes == 3 ? 2 : holes == 0 ? 0 : random.nextInt(3);
      if (hole == 0) {
        row.set(name, value(table.columns().getOrDefault(name, 0), random));
      } else if (hole == 1) {
        row.putNull(name);
      }
    }
    return row;
  }

  private static JsonNode value(int type, Random random) {
    return switch (type) {
      case 0 -> JSON.numberNode(random.nextInt());
      case 1 -> random.nextBoolean() ? JSON.numberNode(random.nextDouble()) : JSON.numberNode(7);
      case 2 -> JSON.textNode(Long.toString(random.nextLong(), 36));
      case 3 -> JSON.booleanNode(random.nextBoolean());
      case 4 -> JSON.arrayNode().add(random.nextInt());
      default -> JSON.objectNode().put("inner", random.nextInt());
    };
  }
}
