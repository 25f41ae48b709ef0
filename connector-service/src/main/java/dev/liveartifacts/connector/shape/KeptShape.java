package dev.liveartifacts.connector.shape;

import java.util.Map;

/** A shape with the traces of values that were last seen in it. */
record KeptShape(Shape shape, Map<String, Trace> traces) {}
