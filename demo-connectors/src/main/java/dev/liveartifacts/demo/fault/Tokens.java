package dev.liveartifacts.demo.fault;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The bearer tokens that servers ask for. */
@ApplicationScoped
class Tokens {
  private final Map<String, String> tokens;

  Tokens(DemoConfig config) {
    this.tokens = config.tokens();
  }

  boolean accept(Server server, @Nullable String authorization) {
    String token = tokens.get(server.word());
    return token == null || equal("Bearer " + token, authorization == null ? "" : authorization);
  }

  private static boolean equal(String one, String other) {
    return MessageDigest.isEqual(
        one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
  }
}
