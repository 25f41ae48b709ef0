package dev.liveartifacts.artifact.authoring.claude;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Tokens of one or more turns, by what they cost.
 *
 * @param read that were new to Claude
 * @param remembered that were read from the prompt cache
 * @param memorised that were written into the prompt cache
 */
public record Spent(long read, long written, long remembered, long memorised) {
  public static final Spent NOTHING = new Spent(0, 0, 0, 0);

  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);
  private static final BigDecimal REMEMBERED = new BigDecimal("0.1");
  private static final BigDecimal MEMORISED = new BigDecimal("1.25");

  public Spent plus(Spent other) {
    return new Spent(
        read + other.read,
        written + other.written,
        remembered + other.remembered,
        memorised + other.memorised);
  }

  /** What counts against a budget. */
  public long tokens() {
    return read + written + remembered + memorised;
  }

  public long input() {
    return read + remembered + memorised;
  }

  /**
   * What it costs.
   *
   * @param perMillionIn price of a million tokens that Claude reads
   * @param perMillionOut price of a million tokens that Claude writes
   */
  public BigDecimal price(BigDecimal perMillionIn, BigDecimal perMillionOut) {
    BigDecimal in =
        BigDecimal.valueOf(read)
            .add(BigDecimal.valueOf(remembered).multiply(REMEMBERED))
            .add(BigDecimal.valueOf(memorised).multiply(MEMORISED));
    return in.multiply(perMillionIn)
        .add(BigDecimal.valueOf(written).multiply(perMillionOut))
        .divide(MILLION, 4, RoundingMode.HALF_UP);
  }
}
