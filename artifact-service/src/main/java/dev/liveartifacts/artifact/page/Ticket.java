package dev.liveartifacts.artifact.page;

import io.vertx.core.buffer.Buffer;
import java.util.List;
import java.util.UUID;

/**
 * A ticket that was just redeemed, with what it opens.
 *
 * @param sha256 of the page's text
 * @param storage JSON object of what the page kept for this person
 * @param sites in which its owner lets the artifact be shown
 */
record Ticket(
    UUID artifactId,
    UUID personId,
    String nonce,
    String title,
    Buffer sha256,
    String storage,
    List<String> sites) {}
