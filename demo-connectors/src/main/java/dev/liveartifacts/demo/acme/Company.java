package dev.liveartifacts.demo.acme;

import java.time.LocalDate;

/**
 * An organisation that buys from Acme, or might.
 *
 * @param customerSince when its subscription starts; in the future for a prospect
 * @param monthlyFee its subscription, in euros
 * @param paysLate how far beyond the due date it tends to pay, 0 (never) to 1 (very)
 */
public record Company(
    int number,
    String name,
    String industry,
    String city,
    String country,
    String contact,
    LocalDate customerSince,
    int monthlyFee,
    double paysLate) {
  public String id() {
    return "C-" + (100 + number);
  }

  public boolean isCustomer(LocalDate day) {
    return !customerSince.isAfter(day);
  }
}
