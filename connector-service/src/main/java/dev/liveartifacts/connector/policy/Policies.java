package dev.liveartifacts.connector.policy;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Everything that an administrator said about the tools of one connector.
 *
 * @param connector what holds for all of them; null if nobody said anything
 * @param tools what holds for single ones, by name
 */
public record Policies(@Nullable ConnectorPolicy connector, Map<String, Policy> tools) {
  public static final Policies NONE = new Policies(null, Map.of());

  public Policies {
    tools = Map.copyOf(tools);
  }

  ConnectorPolicy effective() {
    return connector == null ? ConnectorPolicy.DEFAULT : connector;
  }
}
