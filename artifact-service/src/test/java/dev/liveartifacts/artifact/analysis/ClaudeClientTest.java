package dev.liveartifacts.artifact.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ClaudeClientTest {
  @ParameterizedTest
  @ValueSource(strings = {"", " "})
  void without_a_key_a_page_is_told_what_to_set(String key) {
    ClaudeConfig config = config(Map.of("live.claude.api-key", key));
    ClaudeClient client = new ClaudeClient(config, new ClaudeAccount(config));

    Said said =
        client
            .ask(new Question("Summarise", List.of()))
            .subscribe()
            .withSubscriber(UniAssertSubscriber.create())
            .assertCompleted()
            .getItem();

    assertThat(said.answer().isError()).isTrue();
    assertThat(said.answer().text()).contains("LIVE_CLAUDE_API_KEY");
  }

  @Test
  void the_default_model_is_claude_haiku() {
    assertThat(config(Map.of()).model()).isEqualTo("claude-haiku-4-5");
    assertThat(config(Map.of()).apiKey()).isEmpty();
  }

  private static ClaudeConfig config(Map<String, String> values) {
    return new SmallRyeConfigBuilder()
        .withMapping(ClaudeConfig.class)
        .withConverter(Duration.class, 200, new DurationConverter())
        .withDefaultValues(values)
        .withValidateUnknown(false)
        .build()
        .getConfigMapping(ClaudeConfig.class);
  }
}
