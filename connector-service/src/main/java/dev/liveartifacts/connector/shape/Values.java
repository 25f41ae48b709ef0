package dev.liveartifacts.connector.shape;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the plain values at one place have in common, in little memory. Not thread-safe. */
final class Values {
  private static final int EXAMPLES = 3;
  private static final int LONGEST = 80;
  private static final int LOOKED_AT = 100;
  private static final int MOST_DIGITS = 40;

  private final List<String> examples = new ArrayList<>(EXAMPLES);
  private final EnumMap<Looks, Integer> looks = new EnumMap<>(Looks.class);
  private final Trace.Maker trace = new Trace.Maker();
  private int lookedAt;
  private @Nullable BigDecimal least;
  private @Nullable BigDecimal most;
  private @Nullable String first;
  private @Nullable String last;
  private long numbers;

  void text(String text) {
    example(text);
    trace.text(text);
    if (lookedAt < LOOKED_AT) {
      lookedAt++;
      look(text);
    }
  }

  private void look(String text) {
    Looks seen = Looks.of(text.strip());
    if (seen != null) {
      looks.merge(seen, 1, Integer::sum);
    }
    if (seen == Looks.DATE || seen == Looks.TIMESTAMP) {
      first = first == null || text.compareTo(first) < 0 ? text : first;
      last = last == null || text.compareTo(last) > 0 ? text : last;
    }
  }

  void number(String text) {
    example(text);
    numbers++;
    BigDecimal number = exact(text);
    if (number != null) {
      trace.number(number.doubleValue());
      least = least == null || number.compareTo(least) < 0 ? number : least;
      most = most == null || number.compareTo(most) > 0 ? number : most;
    }
  }

  /** A number such as 1e999999999 is short to write, and takes a gigabyte to write out. */
  private static @Nullable BigDecimal exact(String text) {
    if (text.length() > MOST_DIGITS) {
      return null;
    }
    try {
      BigDecimal number = new BigDecimal(text);
      return Math.abs(number.scale()) > MOST_DIGITS ? null : number;
    } catch (NumberFormatException e) {
      return null;
    }
  }

  void flag(boolean flag) {
    example(Boolean.toString(flag));
  }

  void absorb(Values other) {
    other.examples.forEach(this::example);
    other.looks.forEach((seen, count) -> looks.merge(seen, count, Integer::sum));
    lookedAt += other.lookedAt;
    numbers += other.numbers;
    trace.absorb(other.trace);
    least =
        least == null || (other.least != null && other.least.compareTo(least) < 0)
            ? other.least
            : least;
    most =
        most == null || (other.most != null && other.most.compareTo(most) > 0) ? other.most : most;
    first =
        first == null || (other.first != null && other.first.compareTo(first) < 0)
            ? other.first
            : first;
    last =
        last == null || (other.last != null && other.last.compareTo(last) > 0) ? other.last : last;
  }

  private void example(String text) {
    if (examples.size() < EXAMPLES) {
      String bounded = text.length() <= LONGEST ? text : text.substring(0, LONGEST - 1) + "…";
      if (!examples.contains(bounded)) {
        examples.add(bounded);
      }
    }
  }

  List<String> examples() {
    return List.copyOf(examples);
  }

  /** The smallest number, or the earliest date; null without either. */
  @Nullable String min() {
    return least != null ? least.toPlainString() : dates() ? first : null;
  }

  @Nullable String max() {
    return most != null ? most.toPlainString() : dates() ? last : null;
  }

  /** What nearly all of the values look like; null if nothing. */
  @Nullable Looks looks(String name) {
    for (Map.Entry<Looks, Integer> seen : looks.entrySet()) {
      if (seen.getValue() * 10L >= lookedAt * 9L) {
        return seen.getKey();
      }
    }
    return numbers > 0 && lookedAt == 0 ? NumberNames.looks(name, least, most) : null;
  }

  Trace trace(String name) {
    return trace.made(looks(name));
  }

  private boolean dates() {
    int dated = looks.getOrDefault(Looks.DATE, 0) + looks.getOrDefault(Looks.TIMESTAMP, 0);
    return lookedAt > 0 && dated * 10L >= lookedAt * 9L;
  }
}
