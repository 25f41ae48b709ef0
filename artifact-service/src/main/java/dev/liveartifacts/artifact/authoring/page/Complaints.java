package dev.liveartifacts.artifact.authoring.page;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What is wrong with a page, for Claude to mend.
 *
 * @param broken without these mended it is no page that could be saved
 * @param faults what should be mended, and can be lived with
 */
public record Complaints(List<String> broken, List<String> faults) {
  public static final Complaints NONE = new Complaints(List.of(), List.of());

  public Complaints {
    broken = List.copyOf(broken);
    faults = List.copyOf(faults);
  }

  public boolean none() {
    return broken.isEmpty() && faults.isEmpty();
  }

  public boolean usable() {
    return broken.isEmpty();
  }

  public Complaints and(Complaints others) {
    return new Complaints(
        Stream.concat(broken.stream(), others.broken.stream()).distinct().toList(),
        Stream.concat(faults.stream(), others.faults.stream()).distinct().toList());
  }

  /** Those that are new; where in the text something is does not count. */
  public Complaints beyond(Complaints known) {
    Set<String> old = known.all().stream().map(Complaints::placeless).collect(Collectors.toSet());
    Predicate<String> isNew = words -> !old.contains(placeless(words));
    return new Complaints(
        broken.stream().filter(isNew).toList(), faults.stream().filter(isNew).toList());
  }

  public List<String> all() {
    return Stream.concat(broken.stream(), faults.stream()).toList();
  }

  private static String placeless(String words) {
    return words.replaceFirst(" \\(at [^)]*\\)$", "");
  }
}
