package dev.liveartifacts.artifact.audit;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** How the audit log is kept. */
@ConfigMapping(prefix = "live.audit")
public interface AuditConfig {
  /** How long entries are kept, at least 30 days; they go by whole months. */
  @WithDefault("P400D")
  Duration keepFor();

  /** Entries that one replica holds until they are written. */
  @WithDefault("10000")
  @Min(1) @Max(1_000_000) int queue();

  /**
   * How long a request waits for room in that queue before it goes on or, if it changes something,
   * is refused.
   */
  @WithDefault("2s")
  Duration deadline();

  /** How often months are made ready, and old ones dropped. */
  @WithDefault("6h")
  Duration tidyEvery();
}
