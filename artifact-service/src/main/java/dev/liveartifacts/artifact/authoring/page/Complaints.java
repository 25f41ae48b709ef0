package dev.liveartifacts.artifact.authoring.page;

import java.util.List;
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

  public List<String> all() {
    return Stream.concat(broken.stream(), faults.stream()).toList();
  }
}
