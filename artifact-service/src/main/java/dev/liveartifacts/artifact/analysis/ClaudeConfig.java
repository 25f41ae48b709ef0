package dev.liveartifacts.artifact.analysis;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** How Claude is reached, and how much pages may ask it. */
@ConfigMapping(prefix = "live.claude")
public interface ClaudeConfig {
  /** Key for the Messages API. Without one, pages are told that Claude is not set up. */
  Optional<String> apiKey();

  /** Where the Messages API is; any endpoint that speaks it serves. */
  @WithDefault("https://api.anthropic.com")
  URI baseUrl();

  /** The model that answers. */
  @WithDefault("claude-haiku-4-5")
  String model();

  /** The longest answer, in tokens. */
  @WithDefault("4096")
  @Min(1) @Max(64_000) int maxTokens();

  /** The most that one question may carry, prompt and data together, in characters. */
  @WithDefault("1048576")
  @Min(1_000) @Max(8_388_608) int maxCharacters();

  /** How long one answer may take. */
  @WithDefault("90s")
  Duration deadline();

  /** Questions that one replica has under way at the same time. */
  @WithDefault("8")
  @Min(1) int atOnce();

  /** Questions that wait for their turn at one replica; more are turned away. */
  @WithDefault("64")
  @Min(0) int waiting();

  /** Tokens, read and written, for each artifact and person on each day (UTC). */
  @WithDefault("500000")
  @Min(0) long tokensPerDay();
}
