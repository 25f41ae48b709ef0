package dev.liveartifacts.artifact.access;

/** An artifact that this person may at least open, and what they are to it. */
public record Opened(Facts facts, Role role) {}
