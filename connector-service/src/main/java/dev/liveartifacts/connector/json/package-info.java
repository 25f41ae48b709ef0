/** {@code bytes → JsonFields → Slice}, and {@code JsonNode → CanonicalJson → bytes}. */
@NullMarked
package dev.liveartifacts.connector.json;

import org.jspecify.annotations.NullMarked;
