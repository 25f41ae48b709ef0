package dev.liveartifacts.connector.shape;

import java.util.Map;
import java.util.TreeMap;

/** What one result shows: its shape, and traces of the values at its paths. */
record Observation(Shape shape, Map<String, Trace> traces) {
  static Observation of(byte[] result) {
    Payload payload = Payload.of(result);
    Map<String, Trace> traces = new TreeMap<>();
    collect("", "", payload.root(), traces);
    return new Observation(new Shape(payload.source(), Structure.of(payload.root())), traces);
  }

  private static void collect(String path, String name, Branch branch, Map<String, Trace> traces) {
    Values values = branch.valuesSeen();
    if (values != null) {
      traces.put(path, values.trace(name));
    }
    branch
        .fields()
        .forEach((field, below) -> collect(Names.below(path, field), field, below, traces));
    Branch element = branch.elementSeen();
    if (element != null) {
      collect(Names.element(path), name, element, traces);
    }
  }
}
