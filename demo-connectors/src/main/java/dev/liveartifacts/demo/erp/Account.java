package dev.liveartifacts.demo.erp;

/** The chart of accounts. */
enum Account {
  CASH(1000, "Cash"),
  RECEIVABLES(1100, "Accounts receivable"),
  PAYABLES(2000, "Accounts payable"),
  EQUITY(3000, "Equity"),
  SUBSCRIPTIONS(4000, "Subscriptions"),
  SERVICES(4100, "Services"),
  SHOP(4200, "Online shop"),
  PAYROLL(6000, "Payroll"),
  RENT(6100, "Rent"),
  CLOUD(6200, "Cloud and software"),
  MARKETING(6300, "Marketing"),
  TRAVEL(6400, "Travel"),
  CONTRACTORS(6500, "Contractors"),
  OFFICE(6600, "Office and utilities");

  private final int number;
  private final String title;

  Account(int number, String title) {
    this.number = number;
    this.title = title;
  }

  int number() {
    return number;
  }

  String title() {
    return title;
  }

  boolean isRevenue() {
    return number / 1000 == 4;
  }

  boolean isExpense() {
    return number / 1000 == 6;
  }
}
