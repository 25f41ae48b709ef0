package dev.liveartifacts.artifact.sight;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import dev.liveartifacts.artifact.delegation.Proposal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A source of an artifact, and by whose access it answers those who open it.
 *
 * @param scope {@code workspace} if everybody uses the same connection, else {@code personal}
 * @param calls what the owner's page calls, and may show
 * @param timeZone in which the days of what is shown are meant; null if nothing is
 * @param mine how whoever asks stands with the connector
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record SourceView(
    UUID connectorId,
    String connectorName,
    String scope,
    SourceAccess access,
    List<Tool> tools,
    List<Call> calls,
    @Nullable String timeZone,
    @Nullable Integer versionShown,
    @Nullable Instant givenAt,
    @Nullable Instant expiresAt,
    Standing mine) {
  /** A tool that the artifact may use. */
  record Tool(String name, String title, boolean readOnly) {}

  /**
   * One recorded call.
   *
   * @param key names it when the owner answers
   * @param shown true if its answers are shown now
   */
  record Call(
      String key,
      String tool,
      String title,
      JsonNode arguments,
      List<Proposal.Argument> relative,
      boolean shown) {}
}
