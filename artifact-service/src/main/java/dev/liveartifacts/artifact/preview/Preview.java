package dev.liveartifacts.artifact.preview;

import io.vertx.core.buffer.Buffer;

/**
 * A page that is looked at before it is saved.
 *
 * @param gzip its compressed text
 * @param nonce by which the page proves to the web app that it is the one that was opened
 */
record Preview(Buffer gzip, String nonce) {}
