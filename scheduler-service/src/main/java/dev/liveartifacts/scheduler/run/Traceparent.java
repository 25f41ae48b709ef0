package dev.liveartifacts.scheduler.run;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The trace that a run belongs to, as text that outlives the process (W3C Trace Context). */
public final class Traceparent {
  private static final String HEADER = "traceparent";
  private static final W3CTraceContextPropagator W3C = W3CTraceContextPropagator.getInstance();

  private Traceparent() {}

  /** The current span's; null if nothing is traced. */
  public static @Nullable String current() {
    return of(Span.current());
  }

  /** That of {@code span}; null if it is not traced. */
  public static @Nullable String of(Span span) {
    Map<String, String> headers = new HashMap<>();
    W3C.inject(Context.root().with(span), headers, (into, name, value) -> headers.put(name, value));
    return headers.get(HEADER);
  }

  /** The context to go on in. */
  static Context resume(@Nullable String traceparent) {
    return traceparent == null
        ? Context.root()
        : W3C.extract(Context.root(), traceparent, new OneHeader());
  }

  private static final class OneHeader implements TextMapGetter<String> {
    @Override
    public Iterable<String> keys(String traceparent) {
      return List.of(HEADER);
    }

    @Override
    public @Nullable String get(@Nullable String traceparent, String key) {
      return key.equals(HEADER) ? traceparent : null;
    }
  }
}
