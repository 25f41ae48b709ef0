package dev.liveartifacts.artifact.publication;

import dev.liveartifacts.artifact.store.PageText;
import io.vertx.core.buffer.Buffer;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A frozen copy that is about to be kept.
 *
 * @param token SHA-256 of the link's secret
 * @param password as it is kept; null: visitors are asked for none
 * @param key with which what visitors carry is signed
 * @param content gzip of the {@link Copy}
 * @param size of the content before compression
 */
record NewPublication(
    UUID id,
    UUID artifactId,
    UUID by,
    Buffer token,
    String title,
    int version,
    Instant takenAt,
    @Nullable Instant expiresAt,
    @Nullable String password,
    Buffer key,
    List<String> origins,
    String review,
    PageText page,
    Buffer content,
    int size) {}
