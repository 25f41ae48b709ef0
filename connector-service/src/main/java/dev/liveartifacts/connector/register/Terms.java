package dev.liveartifacts.connector.register;

import dev.liveartifacts.connector.egress.EgressGuard;
import dev.liveartifacts.connector.egress.EgressRefused;
import dev.liveartifacts.connector.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** What has to hold for a connector's endpoint and sign-in before either is stored or tried. */
@ApplicationScoped
public class Terms {
  private static final Pattern HEADER_NAME = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]+");
  private static final Pattern SECRET =
      Pattern.compile("[\\x21-\\x7e](?:[\\x20-\\x7e]*[\\x21-\\x7e])?");

  /** Headers that belong to the transport or to MCP, not to a sign-in. */
  private static final Set<String> TAKEN =
      Set.of(
          "host",
          "content-length",
          "content-type",
          "transfer-encoding",
          "connection",
          "accept",
          "te",
          "upgrade",
          "trailer",
          "expect",
          "cookie",
          "origin");

  private final EgressGuard guard;

  public Terms(EgressGuard guard) {
    this.guard = guard;
  }

  /** The endpoint as an address that may be asked. */
  public URI endpoint(String text) {
    try {
      URI endpoint = new URI(text.trim());
      guard.checkText(endpoint);
      if (endpoint.getRawFragment() != null) {
        throw ProblemException.invalid("An endpoint has no part behind a #.");
      }
      return endpoint;
    } catch (URISyntaxException e) {
      throw ProblemException.invalid("The endpoint is not an address.");
    } catch (EgressRefused e) {
      throw ProblemException.invalid(e.reason());
    }
  }

  /** Refuses a sign-in that lacks something, or whose secret would not survive as a header. */
  public void signIn(SignIn signIn, @Nullable String secret, @Nullable String headerName) {
    if (signIn.needsSecret()) {
      secret(secret);
    } else if (secret != null) {
      throw ProblemException.invalid("This way to sign in takes no token or key.");
    }
    header(signIn, headerName);
  }

  /** Refuses a header that is not one, or is taken. */
  public void header(SignIn signIn, @Nullable String headerName) {
    if (signIn == SignIn.HEADER && !isHeader(headerName)) {
      throw ProblemException.invalid(
          "Name the header that carries the key, for example X-API-Key.");
    }
  }

  /** Refuses a token or key that is not there, or would not survive as a header. */
  public void secret(@Nullable String secret) {
    if (secret == null || !SECRET.matcher(secret).matches()) {
      throw ProblemException.invalid(
          "This way to sign in needs a token or key without line breaks.");
    }
  }

  private static boolean isHeader(@Nullable String name) {
    if (name == null || !HEADER_NAME.matcher(name).matches()) {
      return false;
    }
    String lower = name.toLowerCase(Locale.ROOT);
    return !TAKEN.contains(lower) && !lower.startsWith("mcp-");
  }
}
