package dev.liveartifacts.connector.egress;

import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Locale;

/**
 * Decides whether a request may go where a person or a server points it, and finds the address
 * once. Everything that leaves this service towards a named address passes here, redirects
 * included.
 */
@Startup
@ApplicationScoped
public class EgressGuard {
  private final AddressResolver resolver;
  private final AddressRule rule;
  private final boolean allowHttp;

  public EgressGuard(EgressConfig config, AddressResolver resolver) {
    this.resolver = resolver;
    this.allowHttp = config.allowHttp();
    this.rule =
        new AddressRule(
            config.allowLoopback(),
            config.allowNetworks().orElse(List.of()).stream().map(Network::of).toList());
  }

  /**
   * The checked way to {@code endpoint}. Fails with {@link EgressRefused} or {@link HostNotFound}.
   * One refused address among several refuses them all: a name with two faces is not to be trusted.
   */
  public Uni<Destination> check(URI endpoint) {
    return Uni.createFrom()
        .item(() -> checkedHost(endpoint))
        .chain(host -> addresses(host).map(found -> destination(endpoint, host, found)));
  }

  /** Refuses what can be refused from the text alone, for instance before an endpoint is stored. */
  public void checkText(URI endpoint) {
    HostName host = checkedHost(endpoint);
    host.address().ifPresent(this::require);
  }

  private HostName checkedHost(URI endpoint) {
    String scheme =
        endpoint.getScheme() == null ? "" : endpoint.getScheme().toLowerCase(Locale.ROOT);
    if (!scheme.equals("https") && !(scheme.equals("http") && allowHttp)) {
      throw new EgressRefused("An endpoint has to start with https://.");
    }
    if (endpoint.getRawUserInfo() != null) {
      throw new EgressRefused("An endpoint must not carry a user name or password.");
    }
    if (endpoint.getPort() == 0 || endpoint.getPort() > 65535) {
      throw new EgressRefused("The endpoint's port does not exist.");
    }
    return HostName.of(endpoint);
  }

  private Uni<List<InetAddress>> addresses(HostName host) {
    return host.address()
        .map(address -> Uni.createFrom().item(List.of(address)))
        .orElseGet(() -> resolver.resolve(host.text()));
  }

  private Destination destination(URI endpoint, HostName host, List<InetAddress> addresses) {
    if (addresses.isEmpty()) {
      throw new HostNotFound(host.text());
    }
    addresses.forEach(this::require);
    boolean tls = "https".equalsIgnoreCase(endpoint.getScheme());
    int port = endpoint.getPort() > 0 ? endpoint.getPort() : tls ? 443 : 80;
    return new Destination(endpoint, host.text(), port, tls, addresses);
  }

  private void require(InetAddress address) {
    rule.objection(address)
        .ifPresent(reason -> {
          throw new EgressRefused("The endpoint's address is " + reason + ": not allowed.");
        });
  }
}
