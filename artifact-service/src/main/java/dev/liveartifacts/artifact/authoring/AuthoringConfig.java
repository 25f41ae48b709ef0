package dev.liveartifacts.artifact.authoring;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Optional;

/** How much Claude may do to make a page; how it is reached is said under {@code live.claude}. */
@ConfigMapping(prefix = "live.authoring")
public interface AuthoringConfig {
  String DEFAULT_MODEL = "claude-sonnet-4-5";

  /** The model that writes pages. */
  @WithDefault(DEFAULT_MODEL)
  String model();

  /** The longest answer of one turn, in tokens: a page has to fit into it. */
  @WithDefault("32000")
  @Min(1_000) @Max(128_000) int maxTokens();

  /** The largest page that Claude is given to change, in characters. */
  @WithDefault("400000")
  @Min(1_000) @Max(4_000_000) int largestPage();

  /** Turns that Claude may take for one page. */
  @WithDefault("30")
  @Min(2) @Max(100) int turns();

  /** How many times Claude may mend a page after it was tried out. */
  @WithDefault("3")
  @Min(0) @Max(10) int mends();

  /** Tokens, read and written, for one page. */
  @WithDefault("1000000")
  @Min(1_000) long tokens();

  /** Tokens, read and written, for each person on each day (UTC). */
  @WithDefault("5000000")
  @Min(0) long tokensPerDay();

  /** How long one page may take, the person's own pauses included. */
  @WithDefault("20m")
  Duration deadline();

  /** Pages that are written at the same time by one replica. */
  @WithDefault("8")
  @Min(1) int atOnce();

  /** How long the browser may take to show a page and say how that went. */
  @WithDefault("25s")
  Duration trial();

  /** US dollars for a million tokens that Claude reads; set it together with the model. */
  Optional<@DecimalMin("0") BigDecimal> priceIn();

  /** US dollars for a million tokens that Claude writes; set it together with the model. */
  Optional<@DecimalMin("0") BigDecimal> priceOut();
}
