package dev.liveartifacts.artifact.person;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;
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
   * Groups whose members belong to this workspace. Without any, everyone who can sign in does.
   * Others are guests: they open what was shared with them by name or group, and nothing else.
   */
  Optional<Set<String>> memberGroups();

  /** Groups whose members may make artifacts. Without any, everyone in the workspace may. */
  Optional<Set<String>> creatorGroups();

  /** The claim in which the sign-in server names a person's groups. */
  @WithDefault("groups")
  String groupsClaim();

  /**
   * Whether an e-mail address counts when the sign-in server does not say {@code email_verified}.
   * Only for servers on which people cannot change their own address.
   */
  @WithDefault("false")
  boolean trustUnverifiedEmail();
}
