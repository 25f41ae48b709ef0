package dev.liveartifacts.artifact.analysis;

import java.util.UUID;

/** A person's open page of an artifact: the unit that asks one question at a time, on a budget. */
record Asker(UUID artifactId, UUID personId) {}
