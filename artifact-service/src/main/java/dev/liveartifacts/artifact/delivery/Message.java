package dev.liveartifacts.artifact.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Something to be sent, before it is.
 *
 * @param personId on whose behalf
 * @param about what it is about, by which it is found again
 * @param artifactId whose data it tells: it is sent only while the person may open that; null if it
 *     tells none
 * @param occasion the episode that it is about; null if there is none
 * @param href the path of the web app where it can be looked at
 * @param notBefore when it may be sent at the earliest
 */
public record Message(
    UUID personId,
    UUID about,
    @Nullable UUID artifactId,
    @Nullable UUID occasion,
    Target target,
    String title,
    String body,
    String href,
    Instant notBefore) {

  /** Where to. */
  public sealed interface Target {

    /** A mail, as plain text. */
    record Mail(String address) implements Target {}

    /**
     * A web address that gets the body as JSON.
     *
     * @param signer whose secret signs it
     */
    record Webhook(String url, UUID signer) implements Target {}
  }
}
