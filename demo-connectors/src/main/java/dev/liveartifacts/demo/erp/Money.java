package dev.liveartifacts.demo.erp;

import java.math.BigDecimal;

/** Cents inside, euros outside. */
final class Money {
  private Money() {}

  static BigDecimal euros(long cents) {
    return BigDecimal.valueOf(cents, 2);
  }
}
