package dev.liveartifacts.bench;

import dev.liveartifacts.bench.load.Bounds;
import dev.liveartifacts.bench.load.ClosedLoop;
import dev.liveartifacts.bench.load.Sample;
import dev.liveartifacts.bench.load.Target;
import dev.liveartifacts.bench.report.Report;
import dev.liveartifacts.bench.report.Row;
import io.vertx.core.Vertx;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Measures targets in turns, A B C A B C, so that whatever disturbs one disturbs all. */
record Comparison(Vertx vertx, Plan plan, Report report) {
  void measure(String words, int answerBytes, List<Target> targets) {
    report.heading(words);
    targets.forEach(this::warmUp);
    for (int level : plan.levels()) {
      rounds(level, targets)
          .forEach((target, slices) ->
              report.add(new Row(words, answerBytes, level, target.name(), Sample.of(slices))));
    }
  }

  private Map<Target, List<Sample>> rounds(int level, List<Target> targets) {
    Map<Target, List<Sample>> slices = new LinkedHashMap<>();
    for (int round = 0; round < plan.rounds(); round++) {
      for (Target target : targets) {
        Sample slice = run(target, new Bounds(level, plan.slice(), Plan.MAX_REQUESTS));
        slices.computeIfAbsent(target, first -> new ArrayList<>()).add(slice);
      }
    }
    return slices;
  }

  private void warmUp(Target target) {
    run(target, new Bounds(plan.mostAtATime(), plan.warmUp(), Plan.ENOUGH));
  }

  private Sample run(Target target, Bounds bounds) {
    return ClosedLoop.run(vertx, target, bounds);
  }
}
