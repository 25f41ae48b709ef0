package dev.liveartifacts.artifact.person;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** How claims become a person. */
@ConfigMapping(prefix = "live.people")
public interface PersonConfig {
  /** The name of this deployment, shown in the web app. */
  @WithDefault("Live Artifacts")
  String workspace();

  /** Groups of the sign-in server whose members administer this deployment. */
  @WithDefault("${live.admin-groups:admins}")
  Set<String> adminGroups();

  /**
   * Whether an e-mail address counts when the sign-in server does not say {@code email_verified}.
   * Only for servers on which people cannot change their own address.
   */
  @WithDefault("false")
  boolean trustUnverifiedEmail();
}
