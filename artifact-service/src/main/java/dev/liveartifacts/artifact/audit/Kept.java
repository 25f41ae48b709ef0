package dev.liveartifacts.artifact.audit;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An entry as administrators read it.
 *
 * @param actor as what they came: {@code person}, {@code program}, {@code public}, {@code schedule}
 * @param token what the person called the token with which their program came
 * @param artifactTitle as it is now; null if the artifact is gone, or none was concerned
 * @param whomName to whom it was done, as they are called now
 * @param calls that the entry of a run stands for
 * @param failed how many of them did
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Kept(
    long id,
    Instant at,
    String actor,
    @Nullable UUID personId,
    @Nullable String personName,
    @Nullable UUID tokenId,
    @Nullable String token,
    String action,
    @Nullable UUID artifactId,
    @Nullable String artifactTitle,
    @Nullable UUID connectorId,
    @Nullable String connector,
    @Nullable String tool,
    @Nullable UUID whomId,
    @Nullable String whomName,
    String outcome,
    @Nullable String code,
    @Nullable String address,
    @Nullable String agent,
    @Nullable Integer calls,
    @Nullable Integer failed) {

  @JsonIgnore
  Place place() {
    return new Place(at, id);
  }
}
