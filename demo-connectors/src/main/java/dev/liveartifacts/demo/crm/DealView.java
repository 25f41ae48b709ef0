package dev.liveartifacts.demo.crm;

import java.time.Instant;
import java.time.LocalDate;

/** A deal as the CRM tells it. */
public record DealView(
    String id,
    String name,
    String company,
    String companyId,
    Stage stage,
    int probability,
    long amount,
    String currency,
    LocalDate closeDate,
    String owner,
    Instant createdAt,
    Instant updatedAt) {
  static DealView of(Deal deal, String currency) {
    return new DealView(
        deal.id(),
        deal.name(),
        deal.company().name(),
        deal.company().id(),
        deal.stage(),
        deal.stage().probability(),
        deal.amount(),
        currency,
        deal.closeDate(),
        deal.owner().fullName(),
        deal.createdAt(),
        deal.updatedAt());
  }
}
