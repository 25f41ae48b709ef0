package dev.liveartifacts.artifact.diff;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Two texts compared line by line, with three lines around each change.
 *
 * <p>Bounded: what the two begin and end with alike is set aside first; where more than some
 * thousand lines remain, they are shown as replaced as a whole.
 */
final class TextDiff {
  private static final int AROUND = 3;
  private static final int MOST_COMPARED = 6_000;
  private static final int MOST_SHOWN = 5_000;

  private final List<String> before;
  private final List<String> after;
  private final List<DiffLine> lines = new ArrayList<>();

  private TextDiff(String before, String after) {
    this.before = before.lines().toList();
    this.after = after.lines().toList();
  }

  static List<DiffLine> of(String before, String after) {
    TextDiff diff = new TextDiff(before, after);
    diff.compare();
    return bounded(diff.lines);
  }

  private void compare() {
    int head = head();
    int tail = tail(head);
    int at = 0;
    for (Change change : changes(head, tail)) {
      same(at, change.from(), at == 0, false);
      before.subList(change.from(), change.to()).forEach(line -> add(DiffLine.Kind.REMOVED, line));
      change.inserted().forEach(line -> add(DiffLine.Kind.ADDED, line));
      at = change.to();
    }
    same(at, before.size(), at == 0, true);
  }

  private List<Change> changes(int head, int tail) {
    List<String> old = before.subList(head, before.size() - tail);
    List<String> fresh = after.subList(head, after.size() - tail);
    if (old.isEmpty() && fresh.isEmpty()) {
      return List.of();
    }
    if (old.size() + fresh.size() > MOST_COMPARED) {
      return List.of(new Change(head, before.size() - tail, fresh));
    }
    Deque<Change> changes = new ArrayDeque<>();
    DiffUtils.diff(old, fresh, new MyersDiffWithLinearSpace<>(), null).getDeltas().stream()
        .map(delta -> change(head, delta))
        .forEach(change -> append(changes, change));
    return List.copyOf(changes);
  }

  /** What touches is one change: first what is gone, then what came. */
  private static void append(Deque<Change> changes, Change change) {
    Change last = changes.peekLast();
    if (last == null || last.to() < change.from()) {
      changes.add(change);
      return;
    }
    List<String> inserted = new ArrayList<>(last.inserted());
    inserted.addAll(change.inserted());
    changes.removeLast();
    changes.add(new Change(last.from(), change.to(), inserted));
  }

  private static Change change(int head, AbstractDelta<String> delta) {
    int from = head + delta.getSource().getPosition();
    return new Change(from, from + delta.getSource().size(), delta.getTarget().getLines());
  }

  private void same(int from, int to, boolean first, boolean last) {
    int shownFirst = first ? 0 : AROUND;
    int shownLast = last ? 0 : AROUND;
    if (to - from <= shownFirst + shownLast + 1) {
      before.subList(from, to).forEach(line -> add(DiffLine.Kind.SAME, line));
      return;
    }
    before.subList(from, from + shownFirst).forEach(line -> add(DiffLine.Kind.SAME, line));
    lines.add(DiffLine.skipped(to - from - shownFirst - shownLast));
    before.subList(to - shownLast, to).forEach(line -> add(DiffLine.Kind.SAME, line));
  }

  private void add(DiffLine.Kind kind, String line) {
    lines.add(DiffLine.of(kind, line));
  }

  private int head() {
    int most = Math.min(before.size(), after.size());
    int count = 0;
    while (count < most && before.get(count).equals(after.get(count))) {
      count++;
    }
    return count;
  }

  private int tail(int head) {
    int most = Math.min(before.size(), after.size()) - head;
    int count = 0;
    while (count < most
        && before.get(before.size() - 1 - count).equals(after.get(after.size() - 1 - count))) {
      count++;
    }
    return count;
  }

  private static List<DiffLine> bounded(List<DiffLine> lines) {
    if (lines.size() <= MOST_SHOWN) {
      return lines;
    }
    List<DiffLine> shown = new ArrayList<>(lines.subList(0, MOST_SHOWN));
    shown.add(DiffLine.skipped(lines.size() - MOST_SHOWN));
    return shown;
  }

  /** Lines of the older text, from and to, and what stands there now. */
  private record Change(int from, int to, List<String> inserted) {}
}
