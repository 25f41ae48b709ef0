package dev.liveartifacts.bench;

import java.time.Duration;
import java.util.List;
import java.util.Set;

/**
 * How long and how hard.
 *
 * @param levels how many requests at a time, one after the other
 * @param rounds how often each target has its turn at each level
 * @param slice how long a turn takes
 * @param warmUp how long a target is asked before, unless {@link #ENOUGH} comes first
 * @param openings how often a page is opened
 * @param due how many schedules are due at one moment
 * @param sizes how many schedules there are, one after the other
 * @param kafkaAway for how long Kafka is away
 * @param studies what is measured; nothing named means everything
 */
record Plan(
    List<Integer> levels,
    int rounds,
    Duration slice,
    Duration warmUp,
    int openings,
    int due,
    List<Integer> sizes,
    Duration kafkaAway,
    List<String> studies) {
  private static final Set<String> PARTS_ALONE = Set.of("schedules");

  /** At most so many requests in one turn. */
  static final int MAX_REQUESTS = 100_000;

  /** Requests after which the JVM has compiled what there is to compile. */
  static final int ENOUGH = 20_000;

  /** {@code --short} is for trying whether everything works. */
  static Plan of(List<String> arguments) {
    List<String> studies =
        arguments.stream().filter(argument -> !argument.startsWith("--")).toList();
    return arguments.contains("--short")
        ? new Plan(
            List.of(1, 16),
            1,
            Duration.ofSeconds(1),
            Duration.ofSeconds(2),
            3,
            200,
            List.of(1_000),
            Duration.ofSeconds(15),
            studies)
        : new Plan(
            List.of(1, 16, 64),
            5,
            Duration.ofSeconds(3),
            Duration.ofSeconds(40),
            20,
            10_000,
            List.of(1_000, 10_000, 100_000),
            Duration.ofMinutes(2),
            studies);
  }

  boolean includes(String study) {
    return studies.isEmpty() || studies.contains(study);
  }

  /** True if something is measured for which the whole product has to run. */
  boolean needsProduct() {
    return studies.isEmpty() || !PARTS_ALONE.containsAll(studies);
  }

  /** How many runs are under way when connector-service is killed. */
  int runs() {
    return Math.min(300, due / 5);
  }

  Plan oneByOne() {
    return new Plan(List.of(1), rounds, slice, warmUp, openings, due, sizes, kafkaAway, studies);
  }

  /** How many pages are open at a time. */
  int streams() {
    return rounds == 1 ? 500 : 10_000;
  }

  /** How many runs are kept. */
  int snapshots() {
    return rounds == 1 ? 5 : 50;
  }

  /** The same with shorter turns, for many targets. */
  Plan brief() {
    return new Plan(
        levels.subList(0, levels.size() - 1),
        rounds,
        slice.dividedBy(2),
        warmUp.dividedBy(8),
        openings,
        due,
        sizes,
        kafkaAway,
        studies);
  }

  /** How many artifacts are in a gallery. */
  int artifacts() {
    return rounds == 1 ? 1_000 : 10_000;
  }

  /** How many shares one artifact has. */
  int shares() {
    return rounds == 1 ? 200 : 1_000;
  }

  int mostAtATime() {
    return levels.stream().mapToInt(Integer::intValue).max().orElse(1);
  }
}
