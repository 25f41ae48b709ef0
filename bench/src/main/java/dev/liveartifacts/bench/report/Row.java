package dev.liveartifacts.bench.report;

import dev.liveartifacts.bench.load.Sample;
import java.util.Locale;

/**
 * One line of the table.
 *
 * @param call which call, in words
 * @param answerBytes of one answer's JSON
 */
public record Row(String call, int answerBytes, int atATime, String target, Sample sample) {
  String text() {
    return String.format(
        Locale.ROOT,
        "%-34s %8d %9d %9.0f %9.2f %9.2f %9.2f %9.3f %8d %7d",
        target,
        answerBytes,
        atATime,
        sample.perSecond(),
        sample.millis(50),
        sample.millis(99),
        sample.millis(100),
        sample.cpuMillis(),
        sample.count(),
        sample.failures());
  }

  static String head() {
    return String.format(
        Locale.ROOT,
        "%-34s %8s %9s %9s %9s %9s %9s %9s %8s %7s",
        "",
        "bytes",
        "at a time",
        "calls/s",
        "p50 ms",
        "p99 ms",
        "max ms",
        "CPU ms",
        "calls",
        "failed");
  }
}
