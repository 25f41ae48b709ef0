package dev.liveartifacts.connector.shape;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What stands at one place of a result and below: its types, never its values. Also remembers what
 * earlier results of the same call taught, so that a field that is null today is no change.
 *
 * @param kinds the types of the values; none if only null was seen
 * @param once types that were seen before these
 * @param optional true if it may be missing or null
 * @param gone true if it is only remembered
 * @param element what the elements of an array are; null as long as none was seen
 */
record Structure(
    Set<Kind> kinds,
    Set<Kind> once,
    boolean optional,
    boolean gone,
    SortedMap<String, Structure> fields,
    @Nullable Structure element) {
  Structure {
    kinds = Collections.unmodifiableSet(copy(kinds));
    once = Collections.unmodifiableSet(copy(once));
    fields = Collections.unmodifiableSortedMap(fields);
  }

  static Structure of(Branch branch) {
    return of(branch, false);
  }

  private static Structure of(Branch branch, boolean optional) {
    long objects = branch.count(Kind.OBJECT);
    SortedMap<String, Structure> fields = new TreeMap<>();
    branch
        .fields()
        .forEach((name, field) -> fields.put(name, of(field, isOptional(name, field, objects))));
    Branch element = branch.elementSeen();
    return new Structure(
        branch.kinds().keySet(),
        Set.of(),
        optional,
        false,
        fields,
        element == null ? null : of(element, false));
  }

  private static boolean isOptional(String name, Branch field, long objects) {
    return name.equals(Branch.ANY) || field.nulls() > 0 || field.seen() < objects;
  }

  /** This, as far as it still holds, with what a newer result of the same call shows. */
  Structure updated(Structure now) {
    boolean back = now.kinds.stream().anyMatch(once::contains);
    Set<Kind> union = copy(kinds);
    union.addAll(now.kinds);
    boolean another =
        !kinds.isEmpty() && !now.kinds.isEmpty() && Collections.disjoint(kinds, now.kinds) && !back;
    Set<Kind> next = another ? now.kinds : union;
    Set<Kind> before = copy(once);
    before.addAll(another ? kinds : Set.of());
    return new Structure(
        next,
        before,
        optional || now.optional,
        false,
        next.contains(Kind.OBJECT) ? updatedFields(now) : new TreeMap<>(),
        next.contains(Kind.ARRAY) ? updatedElement(now) : null);
  }

  private SortedMap<String, Structure> updatedFields(Structure now) {
    if (!kinds.contains(Kind.OBJECT)) {
      return now.fields;
    }
    if (!now.kinds.contains(Kind.OBJECT)) {
      return fields;
    }
    SortedMap<String, Structure> next = new TreeMap<>();
    fields.forEach((name, known) -> next.put(name, known.met(now.fields.get(name))));
    now.fields.forEach((name, field) -> next.computeIfAbsent(name, fresh -> field.may(false)));
    return next;
  }

  private Structure met(@Nullable Structure now) {
    if (now == null) {
      return optional ? this : may(true);
    }
    Structure next = updated(now);
    return gone ? next.may(false) : next;
  }

  private Structure may(boolean beGone) {
    return new Structure(kinds, once, true, beGone, fields, element);
  }

  private @Nullable Structure updatedElement(Structure now) {
    if (element == null || now.element == null) {
      return element == null ? now.element : element;
    }
    return element.updated(now.element);
  }

  private static Set<Kind> copy(Set<Kind> kinds) {
    Set<Kind> copy = EnumSet.noneOf(Kind.class);
    copy.addAll(kinds);
    return copy;
  }

  /** How many places there are, remembered ones too. */
  int places() {
    int below = fields.values().stream().mapToInt(Structure::places).sum();
    return 1 + below + (element == null ? 0 : element.places());
  }

  /** Every place by its path, without those that are only remembered. */
  SortedMap<String, Structure> byPath() {
    SortedMap<String, Structure> paths = new TreeMap<>();
    collect("", paths);
    return paths;
  }

  private void collect(String path, Map<String, Structure> paths) {
    paths.put(path, this);
    fields.forEach((name, field) -> {
      if (!field.gone) {
        field.collect(Names.below(path, name), paths);
      }
    });
    if (element != null) {
      element.collect(Names.element(path), paths);
    }
  }
}
