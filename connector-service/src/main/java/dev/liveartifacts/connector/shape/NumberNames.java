package dev.liveartifacts.connector.shape;

import java.math.BigDecimal;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What numbers mean, judged by the field's name, as their digits do not tell. */
final class NumberNames {
  private static final Set<String> MONEY =
      Set.of(
          "amount", "price", "cost", "revenue", "total", "balance", "fee", "tax", "salary",
          "budget", "payment", "invoice", "value", "net", "gross", "mrr", "arr", "usd", "eur");
  private static final Set<String> TIME =
      Set.of("at", "time", "timestamp", "date", "created", "updated", "modified", "expires");
  private static final BigDecimal SECONDS_2001 = BigDecimal.valueOf(1_000_000_000L);
  private static final BigDecimal MILLIS_2286 = BigDecimal.valueOf(10_000_000_000_000L);

  private NumberNames() {}

  static @Nullable Looks looks(String name, @Nullable BigDecimal least, @Nullable BigDecimal most) {
    Set<String> words = Set.copyOf(Words.of(name));
    if (words.contains("id") || words.contains("uuid")) {
      return Looks.ID;
    }
    boolean moment =
        least != null
            && most != null
            && least.compareTo(SECONDS_2001) >= 0
            && most.compareTo(MILLIS_2286) < 0;
    if (moment && TIME.stream().anyMatch(words::contains)) {
      return Looks.TIMESTAMP;
    }
    return MONEY.stream().anyMatch(words::contains) && !words.contains("count")
        ? Looks.MONEY
        : null;
  }
}
