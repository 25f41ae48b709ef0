package dev.liveartifacts.local.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Map;

/** Finds out before anything starts whether another program has one of our ports. */
final class PortCheck {
  private PortCheck() {}

  static void allFree(Ports ports) {
    for (Map.Entry<String, Integer> port : ports.named().entrySet()) {
      if (!free(port.getValue())) {
        throw new LocalFailure(
            "Port "
                + port.getValue()
                + ", meant for "
                + port.getKey()
                + ", is in use"
                + PortOwner.of(port.getValue()).map(owner -> " by " + owner).orElse("")
                + ": end that program, or choose other ports with --port.");
      }
    }
  }

  static boolean free(int port) {
    return bindable("127.0.0.1", port) && bindable("0.0.0.0", port) && nobodyOnIpv6(port);
  }

  private static boolean bindable(String address, int port) {
    try (ServerSocket socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral(address), port));
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** A browser asks {@code ::1} first when it is told {@code localhost}. */
  private static boolean nobodyOnIpv6(int port) {
    try (java.net.Socket socket = new java.net.Socket()) {
      socket.connect(new InetSocketAddress(InetAddress.ofLiteral("::1"), port), 200);
      return false;
    } catch (IOException e) {
      return true;
    }
  }
}
