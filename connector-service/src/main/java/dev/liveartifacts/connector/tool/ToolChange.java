package dev.liveartifacts.connector.tool;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.liveartifacts.connector.policy.Claim;
import java.time.Instant;
import java.util.List;

/**
 * How a tool differs from what it was when an administrator last saw it.
 *
 * @param at when that was first found
 * @param what one sentence for each difference
 * @param known what the tool said about itself before
 */
public record ToolChange(Instant at, List<String> what, @JsonIgnore Claim known) {
  public ToolChange {
    what = List.copyOf(what);
  }
}
