package dev.liveartifacts.artifact.grant;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A tool that an artifact asks for, and what its owner says to that.
 *
 * @param name what the page calls it
 * @param tool what the connector calls it
 */
public record ArtifactTool(
    String name,
    @Nullable UUID connectorId,
    @Nullable String connectorSlug,
    @Nullable String connectorName,
    String tool,
    boolean readOnly,
    State state) {

  /** How far a tool has come. */
  public enum State {
    /** No connector is known for it yet. */
    @JsonProperty("unmapped")
    UNMAPPED,
    @JsonProperty("requested")
    REQUESTED,
    @JsonProperty("granted")
    GRANTED,
    /** It is not what was granted any more, and asks to be granted again. */
    @JsonProperty("changed")
    CHANGED
  }
}
