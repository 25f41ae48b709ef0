package dev.liveartifacts.demo.fault;

import org.jspecify.annotations.Nullable;

/** A fault as it is asked for; what is left out has its usual value. */
record FaultRequest(
    @Nullable Mode mode,
    @Nullable Long delayMillis,
    @Nullable Integer status,
    @Nullable String tool) {
  Fault fault() {
    return new Fault(
        mode == null ? Mode.OK : mode,
        delayMillis == null ? 0 : delayMillis,
        status == null ? 500 : status,
        tool);
  }
}
