package dev.liveartifacts.demo.erp;

import java.math.BigDecimal;

/** A sum for one kind of revenue or expense. */
public record CategoryAmount(String category, BigDecimal amount) {}
