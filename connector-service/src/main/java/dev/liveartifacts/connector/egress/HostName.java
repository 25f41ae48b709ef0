package dev.liveartifacts.connector.egress;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The host of an endpoint, in one spelling: a name in lower case, or an address in its plain form.
 * The short, octal and hexadecimal spellings of IPv4 addresses, which resolvers read differently,
 * are refused (WHATWG URL, "ends in a number").
 *
 * @param literal the address, if the host is one
 */
record HostName(String text, @Nullable InetAddress literal) {
  private static final Pattern DOTTED_QUAD =
      Pattern.compile("(?:(?:0|[1-9][0-9]{0,2})\\.){3}(?:0|[1-9][0-9]{0,2})");
  private static final Pattern ENDS_IN_A_NUMBER =
      Pattern.compile("(?:.*\\.)?(?:[0-9]+|0[xX][0-9a-fA-F]*)");
  private static final Pattern NAME =
      Pattern.compile("(?!-)[a-z0-9-]{1,63}(?<!-)(?:\\.(?!-)[a-z0-9-]{1,63}(?<!-))*");

  static HostName of(URI endpoint) {
    String host = endpoint.getHost();
    if (host == null || host.isEmpty()) {
      throw new EgressRefused("The endpoint has no host name.");
    }
    if (host.startsWith("[")) {
      return version6(host.substring(1, host.length() - 1));
    }
    String name = host.toLowerCase(Locale.ROOT);
    name = name.endsWith(".") ? name.substring(0, name.length() - 1) : name;
    if (ENDS_IN_A_NUMBER.matcher(name).matches()) {
      return version4(name);
    }
    if (name.length() > 253 || !NAME.matcher(name).matches()) {
      throw new EgressRefused("The endpoint's host is not a host name.");
    }
    return new HostName(name, null);
  }

  Optional<InetAddress> address() {
    return Optional.ofNullable(literal);
  }

  private static HostName version4(String text) {
    if (!DOTTED_QUAD.matcher(text).matches()) {
      throw new EgressRefused("The endpoint's address is not spelled as four decimal numbers.");
    }
    return new HostName(text, literal(text));
  }

  private static HostName version6(String text) {
    if (text.contains("%")) {
      throw new EgressRefused("The endpoint's address names a network interface.");
    }
    InetAddress address = literal(text);
    return address instanceof Inet6Address
        ? new HostName("[" + address.getHostAddress() + "]", address)
        : new HostName(address.getHostAddress(), address);
  }

  private static InetAddress literal(String text) {
    try {
      return InetAddress.ofLiteral(text);
    } catch (IllegalArgumentException e) {
      throw new EgressRefused("The endpoint's address is not an IP address.");
    }
  }
}
