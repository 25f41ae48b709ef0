package dev.liveartifacts.connector.egress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.List;
import java.util.Optional;

/** Where outgoing requests may go. The default is: public addresses, over TLS. */
@ConfigMapping(prefix = "live.egress")
public interface EgressConfig {
  /** Lets connectors live on this machine; for {@code live up} and tests only. */
  @WithDefault("false")
  boolean allowLoopback();

  /** Lets connectors speak without TLS; for {@code live up} and tests only. */
  @WithDefault("false")
  boolean allowHttp();

  /**
   * Private networks whose servers the administrator trusts, in CIDR form ({@code 10.20.0.0/16}).
   * Loopback, link-local and metadata addresses stay refused.
   */
  Optional<List<String>> allowNetworks();
}
