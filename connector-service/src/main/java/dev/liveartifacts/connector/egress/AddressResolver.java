package dev.liveartifacts.connector.egress;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.util.List;

/** Finds the addresses of a host name. Fails with {@link HostNotFound}. */
@FunctionalInterface
public interface AddressResolver {
  Uni<List<InetAddress>> resolve(String host);
}
