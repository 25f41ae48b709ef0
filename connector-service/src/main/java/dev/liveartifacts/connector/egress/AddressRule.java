package dev.liveartifacts.connector.egress;

import java.net.InetAddress;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Which addresses a request may go to: those that the IANA special-purpose registries (RFC 6890)
 * leave to the public internet, and what the administrator opened.
 */
final class AddressRule {
  private static final Network LOOPBACK_4 = Network.of("127.0.0.0/8");
  private static final Network LOOPBACK_6 = Network.of("::1/128");
  private static final Network GLOBAL_6 = Network.of("2000::/3");

  /** Never opened by a network that the administrator allows. */
  private static final Map<Network, String> CLOSED =
      named(
          "127.0.0.0/8", "loopback",
          "::1/128", "loopback",
          "169.254.0.0/16", "link-local, where clouds keep their metadata",
          "100.100.100.200/32", "a cloud's metadata address",
          "168.63.129.16/32", "a cloud's metadata address",
          "192.0.0.192/32", "a cloud's metadata address",
          "fd00:ec2::/32", "a cloud's metadata address",
          "fd20:ce::/32", "a cloud's metadata address",
          "fe80::/10", "link-local",
          "0.0.0.0/8", "unspecified",
          "::/128", "unspecified",
          "224.0.0.0/4", "multicast",
          "ff00::/8", "multicast",
          "240.0.0.0/4", "reserved",
          "::/96", "an IPv4 address in IPv6 clothes",
          "::ffff:0:0:0/96", "an IPv4 address in IPv6 clothes",
          "64:ff9b::/96", "an IPv4 address in IPv6 clothes (NAT64)",
          "64:ff9b:1::/48", "an IPv4 address in IPv6 clothes (NAT64)",
          "2002::/16", "an IPv4 address in IPv6 clothes (6to4)",
          "2001::/32", "an IPv4 address in IPv6 clothes (Teredo)");

  private static final Map<Network, String> PRIVATE =
      named(
          "10.0.0.0/8", "private",
          "172.16.0.0/12", "private",
          "192.168.0.0/16", "private",
          "100.64.0.0/10", "private (carrier-grade NAT)",
          "fc00::/7", "private (unique local)",
          "fec0::/10", "private (site-local)",
          "192.0.0.0/24", "reserved",
          "192.0.2.0/24", "reserved for documentation",
          "192.88.99.0/24", "reserved",
          "198.18.0.0/15", "reserved for benchmarks",
          "198.51.100.0/24", "reserved for documentation",
          "203.0.113.0/24", "reserved for documentation",
          "2001:db8::/32", "reserved for documentation",
          "3fff::/20", "reserved for documentation",
          "2001::/23", "reserved");

  private final boolean allowLoopback;
  private final List<Network> allowed;

  AddressRule(boolean allowLoopback, List<Network> allowed) {
    this.allowLoopback = allowLoopback;
    this.allowed = List.copyOf(allowed);
  }

  /** Why the address is refused, in words; empty if it may be reached. */
  Optional<String> objection(InetAddress address) {
    byte[] bytes = unmapped(address.getAddress());
    if (allowLoopback && isLoopback(bytes)) {
      return Optional.empty();
    }
    Optional<String> closed = nameIn(CLOSED, bytes);
    if (closed.isPresent() || allowed.stream().anyMatch(network -> network.contains(bytes))) {
      return closed;
    }
    return nameIn(PRIVATE, bytes).or(() -> unassigned(bytes));
  }

  private static boolean isLoopback(byte[] address) {
    return LOOPBACK_4.contains(address) || LOOPBACK_6.contains(address);
  }

  private static Optional<String> unassigned(byte[] address) {
    return address.length == 4 || GLOBAL_6.contains(address)
        ? Optional.empty()
        : Optional.of("not part of the public internet");
  }

  /** The IPv4 address inside {@code ::ffff:a.b.c.d}, which is what a socket would connect to. */
  private static byte[] unmapped(byte[] address) {
    if (address.length != 16 || address[10] != -1 || address[11] != -1) {
      return address;
    }
    for (int i = 0; i < 10; i++) {
      if (address[i] != 0) {
        return address;
      }
    }
    return new byte[] {address[12], address[13], address[14], address[15]};
  }

  private static Optional<String> nameIn(Map<Network, String> networks, byte[] address) {
    return networks.entrySet().stream()
        .filter(entry -> entry.getKey().contains(address))
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private static Map<Network, String> named(String... pairs) {
    Map<Network, String> networks = new LinkedHashMap<>();
    for (int i = 0; i < pairs.length; i += 2) {
      networks.put(Network.of(pairs[i]), pairs[i + 1]);
    }
    return networks;
  }
}
