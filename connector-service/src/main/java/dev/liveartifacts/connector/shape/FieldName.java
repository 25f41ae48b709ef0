package dev.liveartifacts.connector.shape;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** How near two field names are: by their words, their abbreviations and what they mean. */
final class FieldName {
  /** Words that business systems use for one another, under the first of each line. */
  private static final Map<String, String> MEANING =
      meanings(
          "amount amt value sum total",
          "customer cust client account acct company org organization organisation",
          "number no nr num nbr",
          "identifier id uuid guid key",
          "quantity qty",
          "description desc descr details",
          "telephone phone tel mobile cell",
          "email mail",
          "owner assignee assigned responsible rep salesperson",
          "stage status state phase",
          "address addr",
          "postcode postal zip zipcode plz",
          "date dt at on day time ts timestamp",
          "create created creation",
          "update updated modified modification changed edited",
          "close closed closing closes",
          "start begin from begins starts",
          "end finish until to ends",
          "due deadline",
          "probability prob likelihood",
          "vendor supplier",
          "product item sku article",
          "deal opportunity opp",
          "invoice inv bill",
          "country ctry",
          "currency curr ccy",
          "department dept",
          "employee emp",
          "name label title",
          "first given fore",
          "last family sur",
          "percent pct percentage",
          "price rate",
          "link url uri href website",
          "comment note notes remark remarks comments",
          "type kind category cat");

  /** Words that say little: two names do not differ by them. */
  private static final Set<String> SMALL =
      Set.of(
          "date", "is", "has", "the", "of", "field", "custom", "cf", "c", "text", "code", "usd",
          "eur", "gbp", "chf");

  /** Words of which one is not the other, however alike the rest. */
  private static final List<Set<String>> OPPOSITES =
      List.of(
          Set.of("create", "update", "close", "due", "delete", "start", "end", "expires"),
          Set.of("billing", "shipping", "delivery"),
          Set.of("min", "max", "avg", "average", "median"),
          Set.of("first", "last", "middle"),
          Set.of("gross", "net", "tax"),
          Set.of("old", "new"),
          Set.of("buy", "sell", "purchase", "sales"),
          Set.of("debit", "credit"),
          Set.of("parent", "child"),
          Set.of("home", "work", "fax", "telephone", "email"),
          Set.of("source", "target"),
          Set.of("planned", "actual", "budget", "forecast"),
          Set.of("identifier", "name", "amount", "quantity", "date", "price", "number"),
          Set.of("city", "country", "street", "postcode", "region"),
          Set.of("customer", "vendor", "employee", "product", "invoice", "owner", "deal"));

  private FieldName() {}

  private static Map<String, String> meanings(String... lines) {
    Map<String, String> meanings = new HashMap<>();
    for (String line : lines) {
      String[] words = line.split(" ", -1);
      for (String word : words) {
        meanings.put(word, words[0]);
      }
    }
    return Map.copyOf(meanings);
  }

  /** From 0, unrelated, to 1, the same words; -1 if the names mean different things. */
  static double nearness(String before, String now) {
    List<String> left = words(before);
    List<String> right = words(now);
    if (String.join("", left).equals(String.join("", right))) {
      return 1;
    }
    double all = weight(left) + weight(right);
    double matched = 0;
    for (String word : List.copyOf(left)) {
      String same = match(word, right);
      if (!same.isEmpty()) {
        matched += weight(word) + weight(same);
        left.remove(word);
        right.remove(same);
      }
    }
    return opposed(left, right) ? -1 : all == 0 ? 0 : matched / all;
  }

  private static List<String> words(String name) {
    List<String> words = new ArrayList<>();
    for (String word : Words.of(name)) {
      String meaning = meaning(word);
      if (!words.contains(meaning)) {
        words.add(meaning);
      }
    }
    return words;
  }

  private static String meaning(String word) {
    String known = MEANING.get(word);
    if (known != null) {
      return known;
    }
    String singular =
        word.length() > 3 && word.endsWith("s") && !word.endsWith("ss")
            ? word.substring(0, word.length() - 1)
            : word;
    return MEANING.getOrDefault(singular, singular);
  }

  private static String match(String word, List<String> others) {
    return others.stream().filter(other -> isSame(word, other)).findFirst().orElse("");
  }

  private static boolean isSame(String one, String other) {
    return one.equals(other) || isShort(one, other) || isShort(other, one) || isTypo(one, other);
  }

  private static boolean isShort(String abbreviation, String word) {
    return abbreviation.length() >= 3 && word.startsWith(abbreviation);
  }

  /** One letter more, less or other, in words that are long enough. */
  private static boolean isTypo(String one, String other) {
    if (Math.min(one.length(), other.length()) < 5 || Math.abs(one.length() - other.length()) > 1) {
      return false;
    }
    int from = 0;
    int most = Math.min(one.length(), other.length());
    while (from < most && one.charAt(from) == other.charAt(from)) {
      from++;
    }
    int back = 0;
    while (back < most - from
        && one.charAt(one.length() - 1 - back) == other.charAt(other.length() - 1 - back)) {
      back++;
    }
    return Math.max(one.length(), other.length()) - from - back <= 1;
  }

  private static boolean opposed(List<String> left, List<String> right) {
    return OPPOSITES.stream()
        .anyMatch(words ->
            left.stream().anyMatch(words::contains) && right.stream().anyMatch(words::contains));
  }

  private static double weight(List<String> words) {
    return words.stream().mapToDouble(FieldName::weight).sum();
  }

  private static double weight(String word) {
    return SMALL.contains(word) ? 0.2 : 1;
  }
}
