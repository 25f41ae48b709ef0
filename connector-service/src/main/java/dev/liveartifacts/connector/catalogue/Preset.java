package dev.liveartifacts.connector.catalogue;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonProperty;
import dev.liveartifacts.connector.register.SignIn;
import java.util.List;
import java.util.Locale;

/**
 * A well-known remote MCP server that can be added with few words.
 *
 * @param purpose what it is for, in one sentence
 * @param documentation where to read on
 * @param confirmedBy the page that names the endpoint; stays in the file
 * @param tools typical tools that read; the server says which ones it really offers
 */
public record Preset(
    String key,
    String name,
    String endpoint,
    SignIn signIn,
    String purpose,
    String documentation,
    @JsonProperty(access = JsonProperty.Access.WRITE_ONLY) String confirmedBy,
    List<String> tools) {
  public Preset {
    tools = List.copyOf(tools);
  }

  /** Everything that a search looks through, in lower case. */
  @JsonIgnore
  String text() {
    return String.join(" ", key, name, endpoint, purpose, String.join(" ", tools))
        .toLowerCase(Locale.ROOT);
  }
}
