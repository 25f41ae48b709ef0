package dev.liveartifacts.connector.register;

import dev.liveartifacts.connector.connection.Connection;

/** A connector and the connection that a certain person uses to reach it. */
public record Reach(Connector connector, Connection connection) {
  /** True if everybody in the workspace reaches the connector by this same connection. */
  public boolean isShared() {
    return connector.scope() == Scope.WORKSPACE
        && connector.connectionScope() == ConnectionScope.WORKSPACE;
  }
}
