package dev.liveartifacts.demo.crm;

import java.time.Instant;
import java.util.List;

/**
 * Deals that match, by close date.
 *
 * @param count how many match; more than there are in the list if the limit cut it
 * @param totalAmount of all that match
 */
public record DealList(
    Instant asOf, String currency, int count, long totalAmount, List<DealView> deals) {}
