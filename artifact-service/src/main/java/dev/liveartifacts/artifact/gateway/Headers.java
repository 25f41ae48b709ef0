package dev.liveartifacts.artifact.gateway;

import io.vertx.core.MultiMap;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The headers that pass through the gateway, each way. */
final class Headers {
  private static final Set<String> REQUEST =
      Set.of(
          "accept",
          "accept-encoding",
          "accept-language",
          "content-type",
          "content-length",
          "if-match",
          "if-none-match");
  private static final Set<String> RESPONSE =
      Set.of(
          "content-type",
          "content-length",
          "content-encoding",
          "content-disposition",
          "cache-control",
          "etag",
          "last-modified",
          "location",
          "retry-after",
          "vary",
          "live-outcome");

  private Headers() {}

  static void request(MultiMap from, MultiMap to) {
    copy(REQUEST, from, to);
  }

  static void response(MultiMap from, MultiMap to) {
    copy(RESPONSE, from, to);
  }

  /** What {@code Connection} names belongs to one hop (RFC 9110, section 7.6.1). */
  private static void copy(Set<String> passing, MultiMap from, MultiMap to) {
    Set<String> hop = new HashSet<>();
    from.getAll("Connection")
        .forEach(value -> Arrays.stream(value.split(",")).map(Headers::lower).forEach(hop::add));
    from.forEach((name, value) -> {
      if (passing.contains(lower(name)) && !hop.contains(lower(name))) {
        to.add(name, value);
      }
    });
  }

  private static String lower(String name) {
    return name.strip().toLowerCase(Locale.ROOT);
  }
}
