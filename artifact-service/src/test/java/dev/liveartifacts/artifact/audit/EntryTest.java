package dev.liveartifacts.artifact.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EntryTest {
  private static Entry entry(String name, @Nullable String code) {
    return new Entry(
        Instant.EPOCH,
        Actor.PERSON,
        null,
        name,
        null,
        "artifact.open",
        Subject.NONE,
        null,
        "done",
        code,
        null,
        null);
  }

  @Test
  void what_the_database_would_not_take_keeps_nothing_from_being_written() {
    assertThat(entry("Ada\0\nLovelace\ud800", null).personName()).isEqualTo("Ada  Lovelace");
    assertThat(entry("x".repeat(1_000), null).personName()).hasSize(200);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Invoice 17 of Acme", "not-a-code", "SECRET", ""})
  void row_20_a_reason_is_a_word_of_ours_or_none(String made) {
    assertThat(entry("Ada", made).code()).isNull();
    assertThat(entry("Ada", "not_granted").code()).isEqualTo("not_granted");
  }

  @ParameterizedTest
  @CsvSource({
    "200,,true,done",
    "303,,true,done",
    "200,stale,true,stale",
    "200,anything,true,done",
    "403,,true,refused",
    "404,fresh,true,refused",
    "409,,true,not_possible",
    "429,,true,too_often",
    "503,,true,failed",
    "200,,false,broken_off"
  })
  void how_it_ended_is_one_word(int status, @Nullable String live, boolean whole, String word) {
    assertThat(Outcome.of(status, live, whole)).isEqualTo(word);
  }

  @Test
  void row_20_of_a_user_agent_only_words_of_ours_are_kept() {
    assertThat(
            Agent.words(
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 Chrome/131.0 Safari/537.36"))
        .isEqualTo("Chrome on Linux");
    assertThat(Agent.words("salary=4711; Windows")).isEqualTo("Another program on Windows");
    assertThat(Agent.words(null)).isNull();
  }
}
