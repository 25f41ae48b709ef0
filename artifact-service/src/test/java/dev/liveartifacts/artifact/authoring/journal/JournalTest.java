package dev.liveartifacts.artifact.authoring.journal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class JournalTest {
  private final Journal journal = new Journal();

  @Test
  void words_that_follow_each_other_are_one_entry_and_keep_their_place() {
    journal.says("I ");
    journal.says("look.");
    journal.step("look", "Looking");
    journal.says("Done.");

    assertThat(journal.pending())
        .extracting(entry -> entry.position() + " " + entry.name())
        .containsExactly("1 text", "2 step", "3 text");
  }

  @Test
  void a_page_grows_from_where_it_was_and_another_one_from_its_beginning() {
    journal.another();
    journal.writes("<p>");
    journal.written(journal.pending());
    journal.writes("a</p>");
    journal.another();
    journal.writes("<h1>");

    assertThat(journal.pending())
        .extracting(entry -> entry.data().encode())
        .containsExactly(
            "{\"round\":1,\"from\":3,\"html\":\"a</p>\"}",
            "{\"round\":2,\"from\":0,\"html\":\"<h1>\"}");
  }

  @Test
  void a_character_is_never_torn_in_two() {
    journal.says("😀".substring(0, 1));
    List<Told> first = journal.pending();
    journal.says("😀".substring(1));

    assertThat(first).isEmpty();
    assertThat(journal.pending().getFirst().data().getString("text")).isEqualTo("😀");
  }

  @Test
  void what_is_written_down_is_not_pending_any_more() {
    journal.step("look", "Looking");
    List<Told> entries = journal.pending();
    journal.step("probe", "Trying");
    journal.written(entries);

    assertThat(journal.pending()).hasSize(1);
  }
}
