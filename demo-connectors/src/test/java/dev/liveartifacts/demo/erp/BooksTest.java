package dev.liveartifacts.demo.erp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Moments;
import dev.liveartifacts.demo.crm.Deal;
import dev.liveartifacts.demo.crm.DealsAt;
import dev.liveartifacts.demo.mcp.Period;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BooksTest {
  private static final Period ALL = new Period(Acme.FOUNDED, LocalDate.of(2099, 12, 31));

  static Stream<Acme> moments() {
    return Moments.some(25);
  }

  @ParameterizedTest
  @MethodSource("moments")
  void the_ledger_says_the_same_as_the_documents(Acme acme) {
    Books books = books(acme);

    Ledger ledger = Ledger.of(books);

    assertThat(ledger.balance(Account.CASH)).isEqualTo(books.cash());
    assertThat(ledger.balance(Account.RECEIVABLES))
        .isEqualTo(books.receivables().mapToLong(Invoice::cents).sum());
    assertThat(-ledger.balance(Account.PAYABLES))
        .isEqualTo(books.payables().mapToLong(Bill::cents).sum());
    assertThat(-total(ledger, Account::isRevenue)).isEqualTo(books.revenue(ALL));
    assertThat(total(ledger, Account::isExpense)).isEqualTo(books.expenses(ALL));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void the_accounts_add_up_to_nothing(Acme acme) {
    assertThat(total(Ledger.of(books(acme)), account -> true)).isZero();
  }

  @ParameterizedTest
  @MethodSource("moments")
  void what_the_months_made_is_what_the_year_made(Acme acme) {
    Books books = books(acme);
    Period year = new Period(acme.today().minusYears(1), acme.today());

    Revenue revenue = Revenue.of(books, year);
    Expenses expenses = Expenses.of(books, year);

    assertThat(sum(revenue.months())).isEqualByComparingTo(revenue.total());
    assertThat(sum(expenses.months())).isEqualByComparingTo(expenses.total());
    assertThat(kinds(revenue.categories())).isEqualByComparingTo(revenue.total());
    assertThat(kinds(expenses.categories())).isEqualByComparingTo(expenses.total());
  }

  @ParameterizedTest
  @MethodSource("moments")
  void every_deal_that_was_won_has_one_invoice_over_its_amount(Acme acme) {
    List<Deal> won = DealsAt.of(acme).won().toList();

    List<Invoice> services =
        books(acme).invoices().stream()
            .filter(invoice -> invoice.revenue() == Account.SERVICES)
            .toList();

    assertThat(services).hasSameSizeAs(won);
    assertThat(services.stream().map(i -> i.customer() + " " + i.cents()))
        .containsExactlyInAnyOrderElementsOf(
            won.stream().map(d -> d.company() + " " + d.amount() * 100).toList());
  }

  @ParameterizedTest
  @MethodSource("moments")
  void whoever_owes_money_is_known_to_the_crm(Acme acme) {
    assertThat(books(acme).receivables().map(Invoice::customer))
        .isNotEmpty()
        .isSubsetOf(acme.companies());
  }

  @ParameterizedTest
  @MethodSource("moments")
  void an_invoice_number_is_used_once_and_stays(Acme acme) {
    List<Invoice> now = books(acme).invoices();
    List<Invoice> later = books(Moments.later(acme, 3)).invoices();

    assertThat(now.stream().map(Invoice::id).collect(Collectors.toSet())).hasSameSizeAs(now);
    assertThat(later).startsWith(now.toArray(Invoice[]::new));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void acme_is_a_going_concern(Acme acme) {
    Books books = books(acme);

    assertThat(books.cash()).isBetween(20_000_000L, 1_500_000_000L);
    assertThat(books.payables()).isNotEmpty();
    assertThat(books.receivables().map(i -> Age.of(i.dueOn(), acme.today())).distinct())
        .hasSizeGreaterThanOrEqualTo(3);
  }

  @ParameterizedTest
  @MethodSource("moments")
  void cash_moves_within_ten_seconds(Acme acme) {
    Acme later = new Acme(acme.seed(), acme.now().plusSeconds(10));

    assertThat(books(later).cash()).isNotEqualTo(books(acme).cash());
  }

  private static Books books(Acme acme) {
    return Books.of(acme, DealsAt.of(acme));
  }

  private static long total(Ledger ledger, Predicate<Account> accounts) {
    return Stream.of(Account.values()).filter(accounts).mapToLong(ledger::balance).sum();
  }

  private static BigDecimal sum(List<MonthAmount> months) {
    return months.stream().map(MonthAmount::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static BigDecimal kinds(List<CategoryAmount> kinds) {
    return kinds.stream().map(CategoryAmount::amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
