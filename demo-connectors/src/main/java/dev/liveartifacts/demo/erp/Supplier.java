package dev.liveartifacts.demo.erp;

import java.time.LocalDate;

/**
 * Who sends Acme bills, and when. Payroll is a supplier that is paid at once.
 *
 * @param dayOfMonth when the bill comes
 * @param everyMonths how often
 * @param daysToPay zero is paid at once
 * @param euros a usual bill
 * @param spread how far a bill may be from the usual one, 0 to 1
 */
record Supplier(
    String name,
    Account expense,
    int dayOfMonth,
    int everyMonths,
    int daysToPay,
    int euros,
    double spread) {
  boolean bills(LocalDate day) {
    return day.getDayOfMonth() == dayOfMonth && day.getMonthValue() % everyMonths == 0;
  }
}
