package dev.liveartifacts.artifact.edge;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import java.net.InetAddress;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from: the other end of its connection, or what a trusted proxy says it is
 * ({@code quarkus.http.proxy.*}).
 */
public record ClientAddress(String text) {
  private static final int IPV6 = 16;
  private static final ClientAddress UNKNOWN = new ClientAddress("unknown");

  public static ClientAddress of(HttpServerRequest request) {
    return of(request.remoteAddress());
  }

  static ClientAddress of(@Nullable SocketAddress address) {
    return address == null ? UNKNOWN : of(address.hostAddress());
  }

  /** A proxy may say what is no address at all. */
  static ClientAddress of(@Nullable String literal) {
    try {
      return literal == null
          ? UNKNOWN
          : new ClientAddress(InetAddress.ofLiteral(literal).getHostAddress());
    } catch (IllegalArgumentException noAddress) {
      return UNKNOWN;
    }
  }

  /**
   * What one subscriber has: an IPv4 address, or the first 64 bits of an IPv6 address, of which
   * anybody may use as many as they like (RFC 6177).
   */
  public String network() {
    if (this.equals(UNKNOWN)) {
      return text;
    }
    byte[] bytes = InetAddress.ofLiteral(text).getAddress();
    return bytes.length == IPV6 ? Arrays.toString(Arrays.copyOf(bytes, IPV6 / 2)) : text;
  }
}
