package dev.liveartifacts.conformance;

import dev.liveartifacts.connector.mcp.McpConfig;
import java.time.Duration;

/** The bounds that connector-service has by default. */
record Bounds() implements McpConfig {
  @Override
  public Duration deadline() {
    return Duration.ofSeconds(30);
  }

  @Override
  public Duration connectTimeout() {
    return Duration.ofSeconds(5);
  }

  @Override
  public Duration probe() {
    return Duration.ofSeconds(5);
  }

  @Override
  public int resultLimit() {
    return 8 << 20;
  }

  @Override
  public int toolLimit() {
    return 2000;
  }

  @Override
  public int connectionsPerEndpoint() {
    return 32;
  }

  @Override
  public int listeners() {
    return 200;
  }

  @Override
  public Duration listenerIdle() {
    return Duration.ofMinutes(10);
  }

  @Override
  public Duration sessionIdle() {
    return Duration.ofMinutes(30);
  }
}
