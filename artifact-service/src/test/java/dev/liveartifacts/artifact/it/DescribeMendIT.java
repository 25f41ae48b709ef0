package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.infra.claude.Reply;
import io.quarkus.test.junit.QuarkusTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What goes wrong on the way is mended, waited for, or said. */
@QuarkusTest
class DescribeMendIT extends DescribingService {
  static List<Reply> unusable() {
    String whole = page(READS);
    return List.of(
        write(whole.substring(0, whole.indexOf("</script>\n</body>"))),
        write(whole.replace("</body></html>", "")),
        write("Here is your page!"),
        write(""),
        write(whole.replace("</p>", "</p></section></i>")),
        write(whole.replace("\"mcpTools\"", "mcpTools")));
  }

  @ParameterizedTest
  @MethodSource("unusable")
  void a_page_that_is_cut_off_or_not_html_is_mended(Reply wrong) {
    claude.script(wrong, write(page(READS)));

    String id = describe("ada", Map.of("text", "Open deals"));
    List<Onlooker.Seen> seen = follow("ada", id, good("ada", id));

    assertThat(Onlooker.words(seen)).contains("Mending");
    assertThat(Onlooker.named(seen, "done").getFirst().data().get("notes")).isEmpty();
    accept("ada", id, Map.of()).statusCode(200);
  }

  @Test
  void what_the_browser_finds_is_told_to_claude_and_what_stays_amiss_is_told_to_the_person() {
    claude.script(
        write(page(READS)),
        change("Deals", "All deals"),
        change("All deals", "Every deal"),
        change("Every", "Each"));

    String id = describe("ada", Map.of("text", "Open deals"));
    List<Onlooker.Seen> seen =
        follow(
            "ada",
            id,
            (name, data) -> {
              if (data.has("whole")) {
                verify(
                    "ada",
                    id,
                    data,
                    List.of(Map.of("level", "error", "text", "ReferenceError: nope")));
              }
            });

    assertThat(claude.asked()).hasSize(4);
    assertThat(claude.asked().getLast())
        .contains("ReferenceError: nope")
        .contains("Mend what is wrong");
    JsonNode done = Onlooker.named(seen, "done").getFirst().data();
    assertThat(done.get("notes").toString()).contains("ReferenceError: nope");
  }

  @Test
  void a_page_that_no_browser_shows_is_done_and_says_so() {
    claude.script(write(page(READS)));

    String id = describe("ada", Map.of("text", "Open deals"));
    List<Onlooker.Seen> seen = follow("ada", id, (name, data) -> {});

    assertThat(Onlooker.named(seen, "done").getFirst().data().get("notes").toString())
        .contains("was not tried out");
  }

  @Test
  void a_moment_of_overload_is_waited_for_in_whatever_form_it_comes() {
    claude.script(
        Reply.fails(529, "overloaded_error"),
        Reply.overloadedMeanwhile("I begin"),
        Reply.breaksOff("write_page", "{\"html\":\"<p>half"),
        write(page(READS)));

    String id = describe("ada", Map.of("text", "Open deals"));
    List<Onlooker.Seen> seen = follow("ada", id, good("ada", id));

    assertThat(Onlooker.words(seen)).contains("Claude is busy; asking again in 2 s");
    assertThat(seen.getLast().name()).isEqualTo("done");
    assertThat(claude.asked()).hasSize(4).allMatch(body -> body.equals(claude.asked().getFirst()));
  }

  @Test
  void what_cannot_be_is_said_in_a_sentence() {
    Map<Reply, String> failures = new HashMap<>();
    failures.put(Reply.refuses(), "declined");
    failures.put(Reply.fails(401, "authentication_error"), "LIVE_CLAUDE_API_KEY");
    failures.put(Reply.fails(404, "not_found_error"), "LIVE_AUTHORING_MODEL");
    failures.forEach((reply, words) -> {
      claude.script(reply);
      List<Onlooker.Seen> seen =
          follow("ada", describe("ada", Map.of("text", "Open deals")), (name, data) -> {});
      assertThat(seen.getLast().name()).isEqualTo("failed");
      assertThat(seen.getLast().data().get("problem").asText()).contains(words);
    });
  }

  @Test
  void an_answer_that_is_too_long_is_asked_for_once_more_and_then_given_up() {
    Reply endless = Reply.cutOff("write_page", "{\"html\":\"<!doctype html><p>and so on");
    claude.script(endless, endless);

    String id = describe("ada", Map.of("text", "Everything"));
    List<Onlooker.Seen> seen = follow("ada", id, (name, data) -> {});

    assertThat(claude.asked().getLast())
        .contains("cut off and thrown away")
        .doesNotContain("toolu_");
    assertThat(seen.getLast().data().get("problem").asText()).contains("32,000 tokens");
    accept("ada", id, Map.of()).statusCode(409);
  }
}
