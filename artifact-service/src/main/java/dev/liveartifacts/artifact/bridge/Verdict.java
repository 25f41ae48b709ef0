package dev.liveartifacts.artifact.bridge;

/** What becomes of a call. */
sealed interface Verdict permits Permitted, Refusal {}
