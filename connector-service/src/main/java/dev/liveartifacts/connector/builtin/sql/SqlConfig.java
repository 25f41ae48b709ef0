package dev.liveartifacts.connector.builtin.sql;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How much a database may be asked for. */
@ConfigMapping(prefix = "live.sql")
public interface SqlConfig {
  /** How long one statement may take. */
  @WithDefault("15s")
  Duration statementTimeout();

  /** How long a database may take to accept a connection. */
  @WithDefault("5s")
  Duration connectTimeout();

  /** The most rows of one answer. */
  @WithDefault("10000")
  int rowLimit();

  /** Open connections to one database from one replica. */
  @WithDefault("4")
  int connections();

  /** How long connections that nobody uses stay open. */
  @WithDefault("60s")
  Duration idle();
}
