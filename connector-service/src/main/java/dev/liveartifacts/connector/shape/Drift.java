package dev.liveartifacts.connector.shape;

import dev.liveartifacts.connector.shape.FieldChange.Change;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The difference between two shapes, field by field. What cannot be told is no difference: a list
 * that is empty now, or a field that was optional before and is missing now.
 */
final class Drift {
  private static final int MOST = 200;

  private final KeptShape from;
  private final KeptShape to;
  private final SortedMap<String, Step> gone = new TreeMap<>();
  private final SortedMap<String, Step> fresh = new TreeMap<>();
  private final List<FieldChange> changes = new ArrayList<>();

  private Drift(KeptShape from, KeptShape to) {
    this.from = from;
    this.to = to;
  }

  static List<FieldChange> between(KeptShape from, KeptShape to) {
    Drift drift = new Drift(from, to);
    if (from.shape().source() != to.shape().source()) {
      drift.changes.add(
          new FieldChange(
              Change.RETYPED, "", from.shape().source().words(), to.shape().source().words()));
    }
    drift.compare("", from.shape().root(), to.shape().root());
    drift.rename();
    drift.gone.forEach((path, step) ->
        drift.changes.add(new FieldChange(Change.GONE, path, words(step.structure()), null)));
    drift.fresh.forEach((path, step) ->
        drift.changes.add(new FieldChange(Change.NEW, path, null, words(step.structure()))));
    return List.copyOf(drift.changes.subList(0, Math.min(MOST, drift.changes.size())));
  }

  /** A field that is there in one of the shapes alone. */
  private record Step(String parent, String name, Structure structure) {}

  private void compare(String path, Structure was, Structure is) {
    boolean told = !was.kinds().isEmpty() && !is.kinds().isEmpty();
    if (told && !was.kinds().containsAll(is.kinds())) {
      changes.add(new FieldChange(Change.RETYPED, path, words(was), words(is)));
    }
    if (was.kinds().contains(Kind.OBJECT) && is.kinds().contains(Kind.OBJECT)) {
      compareFields(path, was, is);
    }
    Structure before = was.element();
    Structure now = is.element();
    if (before != null && now != null) {
      compare(Names.element(path), before, now);
    }
  }

  private void compareFields(String path, Structure was, Structure is) {
    Set<String> names = new HashSet<>(was.fields().keySet());
    names.addAll(is.fields().keySet());
    for (String name : names.stream().sorted().toList()) {
      Structure before = present(was, name);
      Structure now = present(is, name);
      String at = Names.below(path, name);
      if (before != null && now != null) {
        compare(at, before, now);
      } else if (before != null && !before.optional()) {
        gone.put(at, new Step(path, name, before));
      } else if (now != null) {
        fresh.put(at, new Step(path, name, now));
      }
    }
  }

  private static @Nullable Structure present(Structure structure, String name) {
    Structure field = structure.fields().get(name);
    return field == null || field.gone() ? null : field;
  }

  /** The likeliest pairs first, each field in one of them. */
  private void rename() {
    List<Pair> pairs = new ArrayList<>();
    for (Map.Entry<String, Step> before : gone.entrySet()) {
      for (Map.Entry<String, Step> now : fresh.entrySet()) {
        double likely = likely(before, now);
        if (likely > 0) {
          pairs.add(new Pair(before.getKey(), now.getKey(), likely));
        }
      }
    }
    pairs.sort(Comparator.comparingDouble(Pair::likely).reversed());
    for (Pair pair : pairs) {
      if (gone.containsKey(pair.was()) && fresh.containsKey(pair.is())) {
        gone.remove(pair.was());
        fresh.remove(pair.is());
        changes.add(new FieldChange(Change.RENAMED, pair.was(), pair.was(), pair.is()));
      }
    }
  }

  private double likely(Map.Entry<String, Step> before, Map.Entry<String, Step> now) {
    Step was = before.getValue();
    Step is = now.getValue();
    boolean sameKind = !Collections.disjoint(was.structure().kinds(), is.structure().kinds());
    return was.parent().equals(is.parent()) && sameKind
        ? Rename.likely(
            was.name(),
            is.name(),
            from.traces().get(before.getKey()),
            to.traces().get(now.getKey()))
        : 0;
  }

  private record Pair(String was, String is, double likely) {}

  private static String words(Structure structure) {
    return structure.kinds().isEmpty()
        ? "null"
        : structure.kinds().stream().map(Kind::word).collect(Collectors.joining(" or "));
  }
}
