package dev.liveartifacts.demo.crm;

import java.time.Instant;

/** A stage that somebody set by hand. */
record StageMove(Stage stage, Instant at) {}
