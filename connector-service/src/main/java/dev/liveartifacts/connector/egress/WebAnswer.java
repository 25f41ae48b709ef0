package dev.liveartifacts.connector.egress;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A response that was read to its end.
 *
 * @param contentType the media type without parameters, in lower case; empty if there is none
 * @param headers the first value of each, names in lower case
 */
public record WebAnswer(
    int status,
    String contentType,
    @Nullable String location,
    byte[] body,
    Map<String, String> headers) {
  public WebAnswer {
    headers = Map.copyOf(headers);
  }

  public WebAnswer(int status, String contentType, @Nullable String location, byte[] body) {
    this(status, contentType, location, body, Map.of());
  }

  public @Nullable String header(String name) {
    return headers.get(name.toLowerCase(Locale.ROOT));
  }

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  /** Where a GET is sent on to; empty for anything but a redirect. */
  public Optional<String> redirect() {
    return status / 100 == 3 ? Optional.ofNullable(location) : Optional.empty();
  }

  @Override
  public String toString() {
    return "WebAnswer[" + status + ", " + body.length + " bytes]";
  }
}
