package dev.liveartifacts.artifact.schedule;

import java.util.UUID;

/** A connector's tool. */
public record ToolId(UUID connectorId, String tool) {}
