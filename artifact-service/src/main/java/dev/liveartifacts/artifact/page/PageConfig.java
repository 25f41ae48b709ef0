package dev.liveartifacts.artifact.page;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.liveartifacts.artifact.html.LeftOut;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What the page runtime finds when it starts.
 *
 * @param artifactId null for a page that is not saved
 * @param storage JSON object, as it is kept
 */
record PageConfig(
    String appOrigin,
    String nonce,
    @Nullable UUID artifactId,
    String title,
    @JsonRawValue String storage,
    List<LeftOut> leftOut) {}
