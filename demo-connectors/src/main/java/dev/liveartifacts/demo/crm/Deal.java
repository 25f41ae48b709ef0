package dev.liveartifacts.demo.crm;

import dev.liveartifacts.demo.acme.Colleague;
import dev.liveartifacts.demo.acme.Company;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that Acme sells to a company, as it stands at one instant.
 *
 * @param amount in euros
 * @param closeDate when it is expected to close, or did
 * @param closedAt when it was won or lost; null while it is open
 */
public record Deal(
    int number,
    String name,
    Company company,
    Stage stage,
    long amount,
    LocalDate closeDate,
    Colleague owner,
    Instant createdAt,
    Instant updatedAt,
    @Nullable Instant closedAt) {
  private static final int FIRST_NUMBER = 1000;

  public String id() {
    return idOf(number);
  }

  static String idOf(int number) {
    return "D-" + (FIRST_NUMBER + number);
  }

  public boolean isOpen() {
    return stage.isOpen();
  }

  /** The amount times the probability of winning. */
  public long weightedAmount() {
    return Math.round(amount * stage.probability() / 100.0);
  }

  Deal closed(Stage outcome, Instant at, LocalDate day) {
    return new Deal(number, name, company, outcome, amount, day, owner, createdAt, at, at);
  }

  Deal in(Stage other, Instant at) {
    return new Deal(
        number, name, company, other, amount, closeDate, owner, createdAt, at, closedAt);
  }

  Deal worth(long other, Instant at) {
    return new Deal(number, name, company, stage, other, closeDate, owner, createdAt, at, closedAt);
  }
}
