package dev.liveartifacts.artifact.policyreport;

import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.Json;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Something that a content security policy stopped (CSP Level 3, section 5), cut down to what
 * cannot carry data: the directive, and of an address the last two labels of its host.
 */
record Blocked(String directive, String what) {
  private static final int MOST = 20;
  private static final Pattern DIRECTIVE = Pattern.compile("[a-z][a-z-]{2,39}");
  private static final Pattern KEYWORD =
      Pattern.compile("inline|eval|wasm-eval|self|data|blob|about|filesystem|trusted-types-\\w+");
  private static final Pattern NUMBERS = Pattern.compile("[0-9.:\\[\\]a-f]*[:.][0-9a-f.\\]]+");

  /**
   * Reads {@code application/csp-report} and {@code application/reports+json}; empty if neither.
   */
  static List<Blocked> read(Buffer body) {
    try {
      return switch (Json.decodeValue(body)) {
        case JsonObject one -> of(one.getJsonObject("csp-report")).stream().toList();
        case JsonArray many -> many.stream().limit(MOST).flatMap(Blocked::reported).toList();
        default -> List.of();
      };
    } catch (DecodeException | ClassCastException | IllegalArgumentException unreadable) {
      return List.of();
    }
  }

  private static Stream<Blocked> reported(Object report) {
    return report instanceof JsonObject json && "csp-violation".equals(json.getString("type"))
        ? of(json.getJsonObject("body")).stream()
        : Stream.empty();
  }

  private static Optional<Blocked> of(@Nullable JsonObject body) {
    if (body == null) {
      return Optional.empty();
    }
    String directive =
        first(body, "effectiveDirective", "effective-directive", "violated-directive");
    String name = directive.split(" ", 2)[0];
    return DIRECTIVE.matcher(name).matches()
        ? Optional.of(new Blocked(name, place(first(body, "blockedURL", "blocked-uri"))))
        : Optional.empty();
  }

  private static String first(JsonObject body, String... names) {
    return Arrays.stream(names)
        .map(body::getString)
        .filter(Objects::nonNull)
        .findFirst()
        .orElse("");
  }

  private static String place(String blocked) {
    if (KEYWORD.matcher(blocked).matches()) {
      return blocked;
    }
    try {
      String host = URI.create(blocked).getHost();
      return host == null ? "something else" : shortened(host.toLowerCase(Locale.ROOT));
    } catch (IllegalArgumentException unreadable) {
      return "something else";
    }
  }

  private static String shortened(String host) {
    if (NUMBERS.matcher(host).matches()) {
      return "an address in numbers";
    }
    String[] labels = host.split("\\.", -1);
    String end =
        String.join(".", Arrays.copyOfRange(labels, Math.max(0, labels.length - 2), labels.length));
    return end.length() > 60 ? "something else" : end;
  }
}
