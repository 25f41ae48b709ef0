package dev.liveartifacts.artifact.throttle;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How often is enough. Each is written like {@code 60/1m}: that often at once, then evenly. */
@ConfigMapping(prefix = "live.throttle")
public interface ThrottleConfig {
  /** Shares that one person makes. */
  @WithDefault("300/1h")
  Allowance shares();

  /** Times that one person looks for people or groups to share with. */
  @WithDefault("60/1m")
  Allowance peopleSearch();

  /** Times that signing in is begun or ended from one address; a company may share one. */
  @WithDefault("300/1m")
  Allowance signIn();

  /** Times that one person has what a public link would show gathered. */
  @WithDefault("60/10m")
  Allowance publicDrafts();

  /**
   * Times that what is behind public links is fetched from one address; a company may share one.
   */
  @WithDefault("600/1m")
  Allowance linkViews();

  /** Passwords that are tried at one public link from one address. */
  @WithDefault("10/10m")
  Allowance linkPassword();

  /** Passwords that are tried at one public link from everywhere. */
  @WithDefault("100/1h")
  Allowance linkPasswords();

  /** Reports that browsers at one address send of what a policy blocked. */
  @WithDefault("30/1m")
  Allowance policyReports();
}
