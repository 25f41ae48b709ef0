package dev.liveartifacts.artifact.audit;

/**
 * What a request is about to do, as far as its address tells.
 *
 * @param action a word of ours
 */
record Deed(String action, Weight weight, Subject subject) {
  /** How much it matters that it is written down. */
  enum Weight {
    /** Something changes: it does not happen if it cannot be written down. */
    CHANGE,
    /** It may turn out to change something: as {@code CHANGE}, written down if that was noted. */
    PERHAPS,
    /** Somebody sees something: it waits for its entry, and happens all the same. */
    READ,
    /** Seen at its end alone: written down if it was noted or refused. */
    ASIDE
  }
}
