package dev.liveartifacts.demo.erp;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.mcp.Arguments;
import dev.liveartifacts.demo.mcp.Period;
import io.quarkiverse.mcp.server.McpServer;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolCallException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The ERP's tools; all of them only read. */
@McpServer("erp")
final class ErpTools {
  private static final int MAX_MONTHS = 120;

  private final Erp erp;

  ErpTools(Erp erp) {
    this.erp = erp;
  }

  @Tool(
      name = "revenue",
      title = "Revenue",
      description = "Revenue by month and by kind; the last twelve months by default.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  Revenue revenue(
      @ToolArg(description = "First day, like 2026-01-01", required = false) @Nullable String from,
      @ToolArg(description = "Last day, like 2026-03-31", required = false) @Nullable String to) {
    Books books = erp.books();
    return Revenue.of(books, months(from, to, books.acme()));
  }

  @Tool(
      name = "expenses",
      title = "Expenses",
      description = "Expenses by month and by kind; the last twelve months by default.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  Expenses expenses(
      @ToolArg(description = "First day, like 2026-01-01", required = false) @Nullable String from,
      @ToolArg(description = "Last day, like 2026-03-31", required = false) @Nullable String to) {
    Books books = erp.books();
    return Expenses.of(books, months(from, to, books.acme()));
  }

  @Tool(
      name = "cash",
      title = "Cash position",
      description = "The cash balance now, what came in and went out, and the last 52 weeks.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  Cash cash() {
    return Cash.of(erp.books());
  }

  @Tool(
      name = "receivables",
      title = "Receivables",
      description = "Open invoices by age, the oldest due date first.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  OpenItems receivables(
      @ToolArg(description = "Only what is overdue", defaultValue = "false") boolean overdueOnly,
      @ToolArg(description = "At most so many, 1 to 1000", defaultValue = "200") int limit) {
    int most = Arguments.limit(limit);
    Books books = erp.books();
    LocalDate today = books.acme().today();
    return list(books, books.receivables().map(i -> OpenItem.of(i, today)), overdueOnly, most);
  }

  @Tool(
      name = "payables",
      title = "Payables",
      description = "Unpaid bills by age, the oldest due date first.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  OpenItems payables(
      @ToolArg(description = "Only what is overdue", defaultValue = "false") boolean overdueOnly,
      @ToolArg(description = "At most so many, 1 to 1000", defaultValue = "200") int limit) {
    int most = Arguments.limit(limit);
    Books books = erp.books();
    LocalDate today = books.acme().today();
    return list(books, books.payables().map(bill -> OpenItem.of(bill, today)), overdueOnly, most);
  }

  @Tool(
      name = "ledger",
      title = "Ledger",
      description = "Bookings, the newest first; this month by default. Debit equals credit.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  LedgerLines ledger(
      @ToolArg(description = "First day, like 2026-01-01", required = false) @Nullable String from,
      @ToolArg(description = "Last day, like 2026-03-31", required = false) @Nullable String to,
      @ToolArg(description = "Only this account, like cash or receivables", required = false)
          @Nullable String account,
      @ToolArg(description = "At most so many, 1 to 1000", defaultValue = "200") int limit) {
    int most = Arguments.limit(limit);
    Optional<Account> only = Arguments.choice("account", account, Account.class);
    Acme acme = erp.books().acme();
    Period thisMonth = new Period(acme.today().withDayOfMonth(1), acme.today());
    return LedgerLines.of(
        erp.ledger(), acme.now(), Arguments.period(from, to, thisMonth), only, most);
  }

  private static OpenItems list(
      Books books, Stream<OpenItem> items, boolean overdueOnly, int limit) {
    return OpenItems.of(
        books.acme().now(), items.filter(item -> !overdueOnly || item.isOverdue()), limit);
  }

  private static Period months(@Nullable String from, @Nullable String to, Acme acme) {
    Period lastTwelve = new Period(acme.today().withDayOfMonth(1).minusMonths(11), acme.today());
    Period period = Arguments.period(from, to, lastTwelve);
    if (ChronoUnit.MONTHS.between(period.from(), period.to()) > MAX_MONTHS) {
      throw new ToolCallException("\"from\" and \"to\" must be at most ten years apart.");
    }
    return period;
  }
}
