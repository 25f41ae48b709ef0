package dev.liveartifacts.artifact.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** The mail server. Without one no mail is sent, and the screens say so. */
@ConfigMapping(prefix = "live.mail")
public interface MailConfig {
  /** Host name of the SMTP server. */
  Optional<String> host();

  /** Port of the SMTP server. */
  @WithDefault("587")
  int port();

  /** Sender of every mail, for example {@code Live Artifacts <live@example.com>}; needs a host. */
  Optional<String> from();

  /** Whether STARTTLS is used: {@code REQUIRED}, {@code OPTIONAL} or {@code DISABLED}. */
  @WithDefault("REQUIRED")
  String startTls();

  /** Whether the connection is TLS from its first byte (port 465). */
  @WithDefault("false")
  boolean tls();

  /** User name at the SMTP server, if it wants one. */
  Optional<String> user();

  /** Password at the SMTP server. */
  Optional<String> password();
}
