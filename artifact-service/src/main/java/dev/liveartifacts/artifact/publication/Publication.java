package dev.liveartifacts.artifact.publication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A frozen copy behind a public link, as its owner sees it. The link itself is not in it: it is
 * told once, when it is made.
 *
 * @param takenAt when the data is from
 * @param publishedBy who reviewed it
 * @param over true if its time is up
 * @param password true if visitors are asked for one
 * @param bytes of its data
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Publication(
    UUID id,
    String title,
    int version,
    Instant takenAt,
    Instant createdAt,
    String publishedBy,
    @Nullable Instant expiresAt,
    boolean over,
    boolean password,
    List<String> origins,
    long views,
    @Nullable Instant viewedAt,
    int bytes,
    List<Reviewed> review) {}
