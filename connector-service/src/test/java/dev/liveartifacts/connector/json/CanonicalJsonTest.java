package dev.liveartifacts.connector.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class CanonicalJsonTest {
  private static String canonical(String json) throws IOException {
    byte[] text = json.getBytes(StandardCharsets.UTF_8);
    return new String(CanonicalJson.of(ExactJson.tree(text)), StandardCharsets.UTF_8);
  }

  @Test
  void the_example_of_the_rfc_comes_out_as_the_rfc_says() throws IOException {
    String given =
        """
        {
          "numbers": [333333333.33333329, 1E30, 4.50, 2e-3, 0.000000000000000000000000001],
          "string": "\\u20ac$\\u000F\\u000aA'\\u0042\\u0022\\u005c\\\\\\"\\/",
          "literals": [null, true, false]
        }
        """;

    assertThat(canonical(given))
        .isEqualTo(
            "{\"literals\":[null,true,false],\"numbers\":[333333333.3333333,1e+30,4.5,0.002,1e-27],"
                + "\"string\":\"€$\\u000f\\nA'B\\\"\\\\\\\\\\\"/\"}");
  }

  @Test
  void names_are_sorted_by_utf_16_code_units() throws IOException {
    String given =
        "{\"\\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\\ufb33\":\"Hebrew\",\"1\":\"One\","
            + "\"\\ud83d\\ude00\":\"Emoji\",\"\\u0080\":\"Control\",\"\\u00f6\":\"O umlaut\"}";

    assertThat(canonical(given))
        .isEqualTo(
            "{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"ö\":\"O umlaut\","
                + "\"€\":\"Euro Sign\",\"😀\":\"Emoji\",\"\ufb33\":\"Hebrew\"}");
  }

  /** RFC 8785, appendix B. */
  @ParameterizedTest
  @CsvSource({
    "0000000000000000, 0",
    "8000000000000000, 0",
    "0000000000000001, 5e-324",
    "8000000000000001, -5e-324",
    "7fefffffffffffff, 1.7976931348623157e+308",
    "ffefffffffffffff, -1.7976931348623157e+308",
    "4340000000000000, 9007199254740992",
    "c340000000000000, -9007199254740992",
    "4430000000000000, 295147905179352830000",
    "44b52d02c7e14af5, 9.999999999999997e+22",
    "44b52d02c7e14af6, 1e+23",
    "44b52d02c7e14af7, 1.0000000000000001e+23",
    "444b1ae4d6e2ef4e, 999999999999999700000",
    "444b1ae4d6e2ef4f, 999999999999999900000",
    "444b1ae4d6e2ef50, 1e+21",
    "3eb0c6f7a0b5ed8c, 9.999999999999997e-7",
    "3eb0c6f7a0b5ed8d, 0.000001",
    "41b3de4355555553, 333333333.3333332",
    "41b3de4355555554, 333333333.33333325",
    "41b3de4355555555, 333333333.3333333",
    "41b3de4355555556, 333333333.3333334",
    "41b3de4355555557, 333333333.33333343",
    "becbf647612f3696, -0.0000033333333333333333",
    "43143ff3c1cb0959, 1424953923781206.2"
  })
  void numbers_are_written_as_the_rfc_lists_them(String bits, String expected) {
    double value = Double.longBitsToDouble(Long.parseUnsignedLong(bits, 16));

    assertThat(EcmaScriptNumber.of(value)).isEqualTo(expected);
  }

  static Stream<Arguments> equalNumbers() {
    return Stream.of(
        Arguments.of("1", "1.0"),
        Arguments.of("100", "1e2"),
        Arguments.of("0", "-0"),
        Arguments.of("0.1", "1E-1"),
        Arguments.of("12345678901234567890", "12345678901234567890.0"));
  }

  @ParameterizedTest
  @MethodSource("equalNumbers")
  void the_same_number_has_one_spelling(String one, String other) throws IOException {
    assertThat(canonical(one)).isEqualTo(canonical(other));
  }

  @Test
  void two_long_ids_that_one_double_would_hold_stay_two() throws IOException {
    assertThat(canonical("9007199254740993")).isEqualTo("9007199254740993");
    assertThat(canonical("9007199254740993")).isNotEqualTo(canonical("9007199254740992"));
    assertThat(canonical("1e400")).isNotEqualTo(canonical("1e401"));
  }

  @Test
  void half_a_surrogate_pair_has_no_canonical_form() {
    assertThatThrownBy(() -> canonical("\"\\ud800\"")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void infinity_has_no_canonical_form() {
    assertThatThrownBy(() -> EcmaScriptNumber.of(Double.POSITIVE_INFINITY))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
