package dev.liveartifacts.artifact.sight;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a person stands with a connector, and what they can do about it.
 *
 * @param action the one thing that mends it; null if there is nothing to do, or not for this person
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Standing(State state, @Nullable Action action) {
  static final Standing READY = new Standing(State.READY, null);
  static final Standing NOT_YOURS = new Standing(State.NOT_YOURS, null);
  static final Standing UNKNOWN = new Standing(State.UNKNOWN, null);

  /** In a word. */
  enum State {
    READY,
    SIGN_IN_NEEDED,
    FAILING,
    /** It is somebody else's own. */
    NOT_YOURS,
    /** The connectors cannot be asked right now. */
    UNKNOWN;

    @JsonValue
    String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Something to press. */
  record Action(String label, String href) {}

  /** A connector as connector-service lists it. */
  @JsonIgnoreProperties(ignoreUnknown = true)
  record Listed(
      UUID id,
      String name,
      @Nullable String scope,
      @Nullable String connectionScope,
      @Nullable String signIn,
      @Nullable String state) {
    /** True if everybody reaches it by the same connection. */
    boolean isShared() {
      return "workspace".equals(scope) && "workspace".equals(connectionScope);
    }
  }

  static Standing of(Listed connector) {
    return switch (Objects.requireNonNullElse(connector.state(), "")) {
      case "connected" -> READY;
      case "needs_sign_in", "revoked" ->
          new Standing(State.SIGN_IN_NEEDED, connector.isShared() ? null : signIn(connector));
      default -> new Standing(State.FAILING, null);
    };
  }

  private static Action signIn(Listed connector) {
    String path = "/connectors/" + connector.id();
    return new Action(
        "Sign in", "oauth".equals(connector.signIn()) ? "/api" + path + "/signin" : path);
  }
}
