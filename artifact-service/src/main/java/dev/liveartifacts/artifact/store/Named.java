package dev.liveartifacts.artifact.store;

import java.util.UUID;

/** A person by name, as they appear beside what is theirs. */
record Named(UUID id, String name) {}
