package dev.liveartifacts.connector.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class CanonicalJsonProperties {
  private final JsonNodeFactory json = JsonNodeFactory.withExactBigDecimals(true);

  @Property
  void every_double_reads_back_as_itself(@ForAll double value) {
    assertThat(Double.parseDouble(EcmaScriptNumber.of(value))).isEqualTo(value == 0 ? 0 : value);
  }

  @Property
  void no_shorter_decimal_means_the_same_double(@ForAll double value) {
    String digits = EcmaScriptNumber.of(value).replaceAll("e.*|[-.]", "").replaceAll("^0+|0+$", "");

    assertThat(digits.length()).isLessThanOrEqualTo(17);
  }

  @Property(tries = 300)
  void the_order_of_names_does_not_matter(@ForAll("objects") Map<String, Integer> fields) {
    List<String> names = new ArrayList<>(fields.keySet());
    ObjectNode forwards = json.objectNode();
    names.forEach(name -> forwards.put(name, fields.get(name)));
    ObjectNode backwards = json.objectNode();
    names.reversed().forEach(name -> backwards.put(name, fields.get(name)));

    assertThat(CanonicalJson.of(forwards)).isEqualTo(CanonicalJson.of(backwards));
  }

  @Property(tries = 300)
  void canonical_json_is_json_that_means_the_same(@ForAll("objects") Map<String, Integer> fields)
      throws IOException {
    ObjectNode object = json.objectNode();
    fields.forEach(object::put);

    JsonNode read = ExactJson.tree(CanonicalJson.of(object));

    assertThat(CanonicalJson.of(read)).isEqualTo(CanonicalJson.of(object));
    assertThat(read.size()).isEqualTo(fields.size());
  }

  @Provide
  Arbitrary<Map<String, Integer>> objects() {
    Arbitrary<String> names =
        Arbitraries.strings()
            .ofMaxLength(8)
            .filter(text -> text.chars().noneMatch(CanonicalJsonProperties::isSurrogate));
    return Arbitraries.maps(names, Arbitraries.integers()).ofMaxSize(12);
  }

  private static boolean isSurrogate(int c) {
    return Character.isSurrogate((char) c);
  }
}
