package dev.liveartifacts.connector.egress;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.core.Vertx;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.List;

/** Asks the operating system, on a worker thread, as that call blocks. */
@ApplicationScoped
public class SystemResolver implements AddressResolver {
  private final Vertx vertx;

  public SystemResolver(Vertx vertx) {
    this.vertx = vertx;
  }

  @Override
  public Uni<List<InetAddress>> resolve(String host) {
    return vertx
        .executeBlocking(() -> List.of(InetAddress.getAllByName(host)), false)
        .onFailure(UnknownHostException.class)
        .transform(e -> new HostNotFound(host));
  }
}
