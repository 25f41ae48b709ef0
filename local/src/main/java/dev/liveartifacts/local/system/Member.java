package dev.liveartifacts.local.system;

import dev.liveartifacts.infra.process.Part;
import java.util.List;

/**
 * A part with its place among the others: what has to run before it starts, and what is done as
 * soon as it runs.
 */
record Member(String id, Part part, List<String> needs, Runnable afterwards) {

  static Member ground(String id, Part part) {
    return new Member(id, part, List.of(), () -> {});
  }

  static Member service(Service service, String... needs) {
    return new Member(service.name(), service, List.of(needs), () -> {});
  }

  Member then(Runnable next) {
    return new Member(id, part, needs, next);
  }

  /** Services are stopped first, the ground that they stand on after them. */
  boolean isGround() {
    return !(part instanceof Service);
  }

  void start() {
    part.start();
    afterwards.run();
  }
}
