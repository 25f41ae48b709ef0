package dev.liveartifacts.demo.fault;

import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Decides who may come in: nobody who was sent by a foreign web page or under a foreign host name
 * (DNS rebinding), and to the switches for faults nobody but programs on this machine.
 */
@ApplicationScoped
class Door {
  private final boolean faults;
  private final Set<String> hosts;

  Door(DemoConfig config) {
    this.faults = config.faults();
    this.hosts = config.hosts();
  }

  /**
   * @param path normalised
   */
  boolean lets(String path, HttpServerRequest request) {
    return lets(
        path,
        request.authority() == null ? null : request.authority().host(),
        request.getHeader("Origin"),
        isLoopback(request.remoteAddress()));
  }

  boolean lets(String path, @Nullable String host, @Nullable String origin, boolean local) {
    if (host == null || !hosts.contains(host)) {
      return false;
    }
    return isOpen(path) ? origin == null || isOurs(origin) : faults && local && origin == null;
  }

  /** Everything that is not open is a switch. */
  private static boolean isOpen(String path) {
    return Server.at(path).isPresent() || path.startsWith("/q/health");
  }

  private boolean isOurs(String origin) {
    try {
      String host = URI.create(origin).getHost();
      return host != null && hosts.contains(host);
    } catch (IllegalArgumentException e) {
      return false;
    }
  }

  private static boolean isLoopback(@Nullable SocketAddress address) {
    return address != null
        && address.hostAddress() != null
        && InetAddress.ofLiteral(address.hostAddress()).isLoopbackAddress();
  }
}
