package dev.liveartifacts.artifact.authoring.claude;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class GrowingTextProperties {
  private static final JsonMapper JSON = new JsonMapper();

  @Property(tries = 300)
  void however_the_json_is_cut_up_the_text_is_what_it_says(
      @ForAll String html, @ForAll String title, @ForAll List<String> list, @ForAll long seed)
      throws JsonProcessingException {
    Map<String, Object> input = new LinkedHashMap<>();
    input.put("title", title);
    input.put("changes", List.of(Map.of("html", "not this one", "find", list)));
    input.put("html", html);
    input.put("after", 1.5e3);

    assertThat(grown(JSON.writeValueAsString(input), new Random(seed))).isEqualTo(html);
  }

  @Property(tries = 100)
  void no_text_at_all_is_made_of_what_is_no_json(@ForAll String noise, @ForAll long seed) {
    assertThat(grown(noise.replace("\"", ""), new Random(seed))).isEmpty();
  }

  @Example
  void escapes_are_read_even_where_they_are_cut() {
    GrowingText growing = new GrowingText("html");
    StringBuilder text = new StringBuilder();
    for (String piece : List.of("{\"ht", "ml\" :", " \"a\\", "n\\u00", "e9\\\"</", "p>\"}")) {
      text.append(growing.feed(piece));
    }
    assertThat(text.toString()).isEqualTo("a\né\"</p>");
  }

  private static String grown(String json, Random random) {
    GrowingText growing = new GrowingText("html");
    StringBuilder text = new StringBuilder();
    for (int at = 0; at < json.length(); ) {
      int end = Math.min(json.length(), at + 1 + random.nextInt(7));
      text.append(growing.feed(json.substring(at, end)));
      at = end;
    }
    return text.toString();
  }
}
