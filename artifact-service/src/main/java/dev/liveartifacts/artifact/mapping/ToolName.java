package dev.liveartifacts.artifact.mapping;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A tool as a page calls it: {@code mcp__<server>__<tool>} or {@code <server>__<tool>}.
 *
 * <p>Both parts may contain the separator themselves, so a name can be read in more than one way.
 */
public record ToolName(String text) {
  private static final Pattern VALID = Pattern.compile("[\\p{L}\\p{N}_./ :-]{1,256}");
  private static final String SEPARATOR = "__";
  private static final String PREFIX = "mcp" + SEPARATOR;

  /** One way to read a name. */
  public record Reading(String server, String tool) {}

  /** Says whether this can be a name at all; an unfilled placeholder cannot. */
  public boolean valid() {
    return VALID.matcher(text).matches() && !readings().isEmpty();
  }

  /** The longest server first: tools rarely have the separator in their name. */
  public List<Reading> readings() {
    String rest = text.startsWith(PREFIX) ? text.substring(PREFIX.length()) : text;
    List<Reading> readings = new ArrayList<>();
    for (int at = rest.lastIndexOf(SEPARATOR); at > 0; at = rest.lastIndexOf(SEPARATOR, at - 1)) {
      if (at + SEPARATOR.length() < rest.length()) {
        readings.add(new Reading(rest.substring(0, at), rest.substring(at + SEPARATOR.length())));
      }
    }
    return readings;
  }

  /** The tool in the likeliest reading; the whole text if there is none. */
  public String tool() {
    List<Reading> readings = readings();
    return readings.isEmpty() ? text : readings.getFirst().tool();
  }
}
