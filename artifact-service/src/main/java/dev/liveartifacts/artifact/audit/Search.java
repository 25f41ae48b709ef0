package dev.liveartifacts.artifact.audit;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Which entries are wanted; null means all.
 *
 * @param person an id, or a part of a name
 * @param action one, or the beginning of several: {@code share} finds {@code share.add}
 * @param from the first moment
 * @param to the first moment that is not meant any more
 * @param before further back than this entry
 */
record Search(
    @Nullable String person,
    @Nullable UUID artifact,
    @Nullable UUID connector,
    @Nullable String tool,
    @Nullable String action,
    @Nullable String outcome,
    @Nullable Instant from,
    @Nullable Instant to,
    @Nullable Place before) {

  Search before(Place place) {
    return new Search(person, artifact, connector, tool, action, outcome, from, to, place);
  }
}
