package dev.liveartifacts.artifact.diff;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class TextDiffTest {
  @Test
  void a_change_is_shown_with_three_lines_around_it() {
    String before = numbers(1, 20);
    String after = before.replace("10\n", "ten\nten and a half\n");

    assertThat(TextDiff.of(before, after).stream().map(TextDiffTest::shown))
        .containsExactly(
            "~6", "=7", "=8", "=9", "-10", "+ten", "+ten and a half", "=11", "=12", "=13", "~7");
  }

  @Test
  void what_is_the_same_is_skipped() {
    assertThat(TextDiff.of(numbers(1, 9), numbers(1, 9)).stream().map(TextDiffTest::shown))
        .containsExactly("~9");
    assertThat(TextDiff.of("", "")).isEmpty();
    assertThat(TextDiff.of("", "a").stream().map(TextDiffTest::shown)).containsExactly("+a");
    assertThat(TextDiff.of("a", "").stream().map(TextDiffTest::shown)).containsExactly("-a");
  }

  @Test
  void large_pages_with_nothing_in_common_are_replaced_as_a_whole_and_cut_off() {
    List<DiffLine> lines = TextDiff.of(numbers(1, 200_000), numbers(300_000, 500_000));

    assertThat(lines).hasSize(5_001);
    assertThat(lines.getLast().kind()).isEqualTo(DiffLine.Kind.SKIPPED);
    assertThat(lines.getFirst().kind()).isEqualTo(DiffLine.Kind.REMOVED);
  }

  @Test
  void a_very_long_line_is_cut_off() {
    assertThat(TextDiff.of("a", "x".repeat(1_000_000)).getLast().text()).hasSizeLessThan(2_100);
  }

  private static String numbers(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(String::valueOf)
        .collect(Collectors.joining("\n", "", "\n"));
  }

  private static String shown(DiffLine line) {
    return switch (line.kind()) {
      case SAME -> "=" + line.text();
      case ADDED -> "+" + line.text();
      case REMOVED -> "-" + line.text();
      case SKIPPED -> "~" + line.count();
    };
  }
}
