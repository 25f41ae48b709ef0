package dev.liveartifacts.connector.builtin.spreadsheet;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A spreadsheet's file without its content.
 *
 * @param version grows with every new content
 * @param address where the file is fetched from; null if it was uploaded
 * @param entityTag what the address called this content, if it said so
 */
public record StoredFile(
    int version,
    String fileName,
    @Nullable String address,
    @Nullable String entityTag,
    @Nullable String lastModified,
    Instant updatedAt) {}
