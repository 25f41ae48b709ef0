package dev.liveartifacts.connector.egress;

import java.net.InetAddress;
import java.net.URI;
import java.util.List;

/**
 * An endpoint with the addresses that were checked. Whoever connects uses these and resolves
 * nothing again, so that what was checked is what is reached.
 *
 * @param host the name for the Host header and for TLS
 * @param addresses at least one, in the order to try
 */
public record Destination(
    URI uri, String host, int port, boolean tls, List<InetAddress> addresses) {
  public Destination {
    addresses = List.copyOf(addresses);
  }

  /** Path and query of the request. */
  public String target() {
    String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
    return uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
  }
}
