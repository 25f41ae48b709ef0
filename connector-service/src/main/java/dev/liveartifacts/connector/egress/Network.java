package dev.liveartifacts.connector.egress;

import java.net.InetAddress;
import java.util.Arrays;

/**
 * A range of addresses that share their first {@code prefix} bits. An IPv4 range holds no IPv6
 * address and the other way round.
 */
record Network(byte[] first, int prefix) {
  Network {
    if (prefix < 0 || prefix > first.length * 8) {
      throw new IllegalArgumentException(
          "A prefix of " + prefix + " bits does not fit the address");
    }
  }

  /**
   * @param cidr for example {@code 10.0.0.0/8} or {@code fc00::/7}
   */
  static Network of(String cidr) {
    int slash = cidr.indexOf('/');
    if (slash < 0) {
      throw new IllegalArgumentException(
          cidr + " is no network: write address/bits, as 10.0.0.0/8");
    }
    byte[] first = InetAddress.ofLiteral(cidr.substring(0, slash).trim()).getAddress();
    return new Network(first, Integer.parseInt(cidr.substring(slash + 1).trim()));
  }

  boolean contains(byte[] address) {
    if (address.length != first.length) {
      return false;
    }
    int whole = prefix / 8;
    int rest = prefix % 8;
    int mask = 0xff00 >> rest & 0xff;
    return Arrays.equals(address, 0, whole, first, 0, whole)
        && (rest == 0 || (address[whole] & mask) == (first[whole] & mask));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Network that
        && prefix == that.prefix
        && Arrays.equals(first, that.first);
  }

  @Override
  public int hashCode() {
    return 31 * Arrays.hashCode(first) + prefix;
  }

  @Override
  public String toString() {
    return Arrays.toString(first) + "/" + prefix;
  }
}
