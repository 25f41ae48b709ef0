package dev.liveartifacts.connector.refresh;

import dev.liveartifacts.contracts.refresh.RefreshFinished;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run that ended.
 *
 * @param evaluatedAt the time that its relative arguments were evaluated for; where nothing was
 *     called, when it ended
 * @param delegatedAt which calls the delegation had; null where that is not known
 */
record EndedRun(RefreshFinished finished, Instant evaluatedAt, @Nullable Instant delegatedAt) {}
