package dev.liveartifacts.artifact.store;

import java.util.UUID;

/** A person by name, as they appear beside what is theirs. */
public record Named(UUID id, String name) {}
