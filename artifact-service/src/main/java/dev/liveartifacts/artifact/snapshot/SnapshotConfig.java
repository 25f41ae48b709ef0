package dev.liveartifacts.artifact.snapshot;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** When snapshots are made and how long they are kept. The newest one with data always stays. */
@ConfigMapping(prefix = "live.snapshots")
public interface SnapshotConfig {
  /** The most snapshots of one artifact. */
  @WithDefault("60")
  @Min(1) int keepCount();

  /** The age at which a snapshot goes. */
  @WithDefault("P180D")
  Duration keepFor();

  /** How often each replica looks for runs whose results could not be fetched before. */
  @WithDefault("1s")
  Duration fetchEvery();

  /** How often each replica looks for what is too old. */
  @WithDefault("1h")
  Duration cleanEvery();
}
