package dev.liveartifacts.artifact.schedule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class QuestionTest {
  private static final UUID CRM = new UUID(0, 1);

  @Test
  void the_order_of_names_and_what_a_page_adds_do_not_count() {
    assertThat(hash("{\"a\":1,\"b\":{\"c\":2,\"d\":1.50}}"))
        .isEqualTo(hash("{\"b\":{\"d\":1.5,\"c\":2},\"a\":1,\"_cb\":99}"))
        .isNotEqualTo(hash("{\"a\":1,\"b\":{\"c\":2,\"d\":1.51}}"));
  }

  @Test
  void a_relative_argument_is_the_same_question_on_every_day() {
    RelativeArgument today = new RelativeArgument("/days/0", "today");

    assertThat(hash("{\"days\":[\"2026-11-21\",\"x\"]}", today))
        .isEqualTo(hash("{\"days\":[\"2026-11-22\",\"x\"]}", today))
        .isNotEqualTo(hash("{\"days\":[\"2026-11-22\",\"y\"]}", today))
        .isNotEqualTo(
            hash(
                "{\"days\":[\"2026-11-21\",\"x\"]}", new RelativeArgument("/days/0", "week.start")))
        .isNotEqualTo(hash("{\"days\":[\"2026-11-21\",\"x\"]}"));
  }

  @Test
  void nobody_sends_a_value_that_is_taken_for_an_expression() {
    assertThat(hash("{\"day\":\"today\"}"))
        .isNotEqualTo(hash("{\"day\":\"2026-11-21\"}", new RelativeArgument("/day", "today")));
  }

  @Test
  void another_connector_or_tool_is_another_question() {
    assertThat(Question.hash(CRM, "t", "{}", List.of()))
        .isNotEqualTo(Question.hash(CRM, "u", "{}", List.of()))
        .isNotEqualTo(Question.hash(new UUID(0, 2), "t", "{}", List.of()));
  }

  private static byte[] hash(String arguments, RelativeArgument... relative) {
    return Question.hash(CRM, "list_deals", arguments, List.of(relative));
  }
}
