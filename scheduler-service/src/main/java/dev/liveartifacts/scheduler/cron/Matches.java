package dev.liveartifacts.scheduler.cron;

import java.util.BitSet;
import java.util.stream.IntStream;

/**
 * The values that one field matches.
 *
 * @param mask bit n is set if n matches; Sunday is bit 0 alone, the last day of a month bit {@value
 *     CronField#LAST_DAY}
 * @param any whether the field begins with a star, as {@code *} and {@code *&#47;15} do
 */
record Matches(long mask, boolean any) {

  static Matches read(CronField field, String text) {
    BitSet values = new BitSet();
    for (String part : text.split(",", -1)) {
      add(field, part, values);
    }
    if (field == CronField.DAY_OF_MONTH && values.nextClearBit(1) == CronField.LAST_DAY + 1) {
      values.clear(CronField.LAST_DAY);
    }
    if (field == CronField.DAY_OF_WEEK && values.get(7)) {
      values.clear(7);
      values.set(0);
    }
    return new Matches(values.toLongArray()[0], text.startsWith("*"));
  }

  private static void add(CronField field, String part, BitSet values) {
    if (field == CronField.DAY_OF_MONTH && part.equalsIgnoreCase("L")) {
      values.set(CronField.LAST_DAY);
      return;
    }
    String[] sides = part.split("/", -1);
    if (sides.length > 2) {
      throw field.unreadable(part);
    }
    String[] ends = sides[0].split("-", -1);
    if (ends.length > 2 || (sides.length == 2 && ends.length == 1 && !sides[0].equals("*"))) {
      throw field.unreadable(part);
    }
    boolean star = sides[0].equals("*");
    int first = star ? field.min : field.value(ends[0], part);
    int last = star ? lastOf(field) : field.value(ends[ends.length - 1], part);
    if (first > last) {
      throw new UnreadableTimetable(
          "“%s” runs backwards: write the smaller %s first.".formatted(part, field.title));
    }
    int step = sides.length == 2 ? field.step(sides[1], part) : 1;
    for (int value = first; value <= last; value += step) {
      values.set(value);
    }
  }

  private static int lastOf(CronField field) {
    return field == CronField.DAY_OF_WEEK ? 6 : field.max;
  }

  boolean has(int value) {
    return (mask & (1L << value)) != 0;
  }

  /** The first value from {@code from} on, or -1. */
  int next(int from) {
    long rest = from > 63 ? 0 : mask & (-1L << from);
    return rest == 0 ? -1 : Long.numberOfTrailingZeros(rest);
  }

  int count() {
    return Long.bitCount(mask);
  }

  IntStream values() {
    return IntStream.range(0, 64).filter(this::has);
  }
}
