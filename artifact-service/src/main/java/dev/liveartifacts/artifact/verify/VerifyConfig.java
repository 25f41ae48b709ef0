package dev.liveartifacts.artifact.verify;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The browser in which pages are verified. */
@ConfigMapping(prefix = "live.verify")
public interface VerifyConfig {
  /**
   * Address of a Chromium's DevTools, for example {@code http://127.0.0.1:9222}; without it pages
   * are verified by their text alone. It has to reach the sandbox origin, and nobody else should
   * reach it: whoever does controls that browser.
   */
  Optional<URI> browser();

  /** The longest that a page may take until it has asked for everything and drawn it. */
  @WithDefault("20s")
  Duration deadline();

  /** How long nothing may happen before a page counts as drawn. */
  @WithDefault("1500ms")
  Duration quiet();

  /** Pages that are open at a time, on one replica. */
  @WithDefault("2")
  int atOnce();
}
