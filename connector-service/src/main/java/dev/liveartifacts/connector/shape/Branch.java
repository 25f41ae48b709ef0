package dev.liveartifacts.connector.shape;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One place in a document with all the values that were found there. An object whose names are data
 * (ids, dates, or more than two hundred of them) has one field, {@code *}. Not thread-safe.
 */
final class Branch {
  static final String ANY = "*";
  private static final int MOST_NAMES = 200;

  private final Budget budget;
  private final EnumMap<Kind, Long> kinds = new EnumMap<>(Kind.class);
  private Map<String, Branch> fields = new LinkedHashMap<>(4);
  private @Nullable Branch element;
  private @Nullable Values values;
  private long nulls;
  private boolean open;

  Branch(Budget budget) {
    this.budget = budget;
  }

  /** How many places one document may have: its author does not decide about our memory. */
  static final class Budget {
    private int left;

    Budget(int places) {
      this.left = places;
    }

    boolean take() {
      return left-- > 0;
    }
  }

  void met(Kind kind) {
    kinds.merge(kind, 1L, Long::sum);
  }

  void metNull() {
    nulls++;
  }

  /** Where the values of a field go; null if there is no room left for them. */
  @Nullable Branch field(String name) {
    String own = open || Names.isData(name) ? ANY : name;
    Branch known = fields.get(own);
    if (known != null) {
      return known;
    }
    if (fields.size() >= MOST_NAMES) {
      open();
      return fields.get(ANY);
    }
    return budget.take() ? added(own) : null;
  }

  @Nullable Branch element() {
    if (element == null && budget.take()) {
      element = new Branch(budget);
    }
    return element;
  }

  private Branch added(String name) {
    Branch fresh = new Branch(budget);
    fields.put(name, fresh);
    return fresh;
  }

  private void open() {
    Branch all = new Branch(budget);
    fields.values().forEach(all::absorb);
    fields = new LinkedHashMap<>(Map.of(ANY, all));
    open = true;
  }

  private void absorb(Branch other) {
    other.kinds.forEach((kind, count) -> kinds.merge(kind, count, Long::sum));
    nulls += other.nulls;
    if (other.values != null) {
      values().absorb(other.values);
    }
    if (other.open && !open) {
      open();
    }
    if (other.element != null) {
      if (element == null) {
        element = new Branch(budget);
      }
      element.absorb(other.element);
    }
    other.fields.forEach(
        (name, branch) -> fields.computeIfAbsent(name, fresh -> new Branch(budget)).absorb(branch));
  }

  Values values() {
    if (values == null) {
      values = new Values();
    }
    return values;
  }

  @Nullable Values valuesSeen() {
    return values;
  }

  Map<Kind, Long> kinds() {
    return kinds;
  }

  Map<String, Branch> fields() {
    return fields;
  }

  @Nullable Branch elementSeen() {
    return element;
  }

  long count(Kind kind) {
    return kinds.getOrDefault(kind, 0L);
  }

  long nulls() {
    return nulls;
  }

  /** How often something stood here, null too. */
  long seen() {
    return nulls + kinds.values().stream().mapToLong(Long::longValue).sum();
  }
}
