package dev.liveartifacts.artifact.storage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ItemsTest {
  @Test
  void a_write_sets_and_removes_and_leaves_the_rest() {
    Items items = new Items(Map.of("stage", "won", "sort", "date", "page", "2"));

    assertThat(items.with(write(Map.of("stage", "lost"), List.of("page"), false)))
        .contains(new Items(Map.of("stage", "lost", "sort", "date")));
  }

  @Test
  void clear_comes_before_set() {
    Items items = new Items(Map.of("stage", "won"));

    assertThat(items.with(write(Map.of("sort", "date"), List.of(), true)))
        .contains(new Items(Map.of("sort", "date")));
  }

  @Test
  void five_mebibytes_fit_and_one_more_character_does_not() {
    String value = "x".repeat(Items.LIMIT - 1);

    assertThat(new Items(Map.of()).with(write(Map.of("k", value), List.of(), false))).isPresent();
    assertThat(new Items(Map.of()).with(write(Map.of("k", value + "x"), List.of(), false)))
        .isEmpty();
  }

  @Test
  void every_text_that_a_page_can_keep_comes_back() {
    Items items = new Items(Map.of("\0", "\uD800", "ä", "</script><!--", "", "\uDC00\uD83D\uDE00"));

    assertThat(items.json()).isASCII();
    assertThat(Items.of(items.json())).isEqualTo(items);
  }

  private static Items.Write write(Map<String, String> set, List<String> remove, boolean clear) {
    return new Items.Write(set, remove, clear);
  }
}
