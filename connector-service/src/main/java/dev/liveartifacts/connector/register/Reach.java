package dev.liveartifacts.connector.register;

import dev.liveartifacts.connector.connection.Connection;

/** A connector and the connection that a certain person uses to reach it. */
public record Reach(Connector connector, Connection connection) {}
