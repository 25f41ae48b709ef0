package dev.liveartifacts.artifact.page;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.liveartifacts.artifact.html.LeftOut;
import java.util.List;
import java.util.UUID;

/**
 * What the page runtime finds when it starts.
 *
 * @param storage JSON object, as it is kept
 */
record PageConfig(
    String appOrigin,
    String nonce,
    UUID artifactId,
    String title,
    @JsonRawValue String storage,
    List<LeftOut> leftOut) {}
