package dev.liveartifacts.conformance;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the referee printed about one revision, read. A warning counts as a failure.
 *
 * @param scored the scenarios that the revision requires
 * @param others those that were run for information: extensions, and newer ones
 */
record Report(List<Verdict> scored, List<Verdict> others) {
  private static final Pattern SCENARIO = Pattern.compile("([✓✗]) (\\S+): \\d+ passed, .*");
  private static final Pattern REASON = Pattern.compile(" {4}- (.*)");
  private static final Pattern NOT_SCORED = Pattern.compile(" {2}[✓✗] (\\S+) \\(.*\\)");

  Report {
    scored = List.copyOf(scored);
    others = List.copyOf(others);
  }

  static Report read(List<String> lines) {
    List<Verdict> verdicts = new ArrayList<>();
    List<String> notScored = new ArrayList<>();
    for (String line : lines) {
      Matcher scenario = SCENARIO.matcher(line);
      Matcher reason = REASON.matcher(line);
      Matcher other = NOT_SCORED.matcher(line);
      if (scenario.matches()) {
        verdicts.add(new Verdict(scenario.group(2), scenario.group(1).equals("✓"), List.of()));
      } else if (reason.matches() && !verdicts.isEmpty()) {
        verdicts.add(with(verdicts.removeLast(), reason.group(1)));
      } else if (other.matches()) {
        notScored.add(other.group(1));
      }
    }
    return new Report(
        verdicts.stream().filter(verdict -> !notScored.contains(verdict.scenario())).toList(),
        verdicts.stream().filter(verdict -> notScored.contains(verdict.scenario())).toList());
  }

  long passed() {
    return scored.stream().filter(Verdict::passed).count();
  }

  boolean isComplete() {
    return !scored.isEmpty() && passed() == scored.size();
  }

  private static Verdict with(Verdict verdict, String reason) {
    List<String> reasons = new ArrayList<>(verdict.reasons());
    reasons.add(reason);
    return new Verdict(verdict.scenario(), verdict.passed(), reasons);
  }
}
