package dev.liveartifacts.demo.crm;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Company;
import dev.liveartifacts.demo.acme.Present;
import dev.liveartifacts.demo.mcp.Arguments;
import dev.liveartifacts.demo.mcp.Period;
import io.quarkiverse.mcp.server.McpServer;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolCallException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The CRM's tools. */
@McpServer("crm")
final class CrmTools {
  private static final String STAGES = "discovery, qualified, proposal, negotiation, won or lost";
  private static final Period ANY_DAY = new Period(LocalDate.EPOCH, LocalDate.of(9999, 12, 31));

  private final Present present;
  private final Crm crm;

  CrmTools(Present present, Crm crm) {
    this.present = present;
    this.crm = crm;
  }

  @Tool(
      name = "list_deals",
      title = "List deals",
      description = "Deals with company, amount, stage and close date. Open ones by default.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  DealList listDeals(
      @ToolArg(description = "Only deals in this stage: " + STAGES, required = false)
          @Nullable String stage,
      @ToolArg(description = "Only deals of this owner (part of the name)", required = false)
          @Nullable String owner,
      @ToolArg(description = "Only deals of this company (part of the name)", required = false)
          @Nullable String company,
      @ToolArg(description = "First close date, like 2026-03-01", required = false)
          @Nullable String from,
      @ToolArg(description = "Last close date, like 2026-03-31", required = false)
          @Nullable String to,
      @ToolArg(description = "At most so many, 1 to 1000", defaultValue = "200") int limit) {
    int most = Arguments.limit(limit);
    Optional<Stage> wanted = Arguments.choice("stage", stage, Stage.class);
    Period closing = Arguments.period(from, to, ANY_DAY);
    Acme acme = present.acme();
    List<Deal> deals =
        crm.dealsAt(acme).all().stream()
            .filter(new DealFilter(wanted, owner, company, closing))
            .sorted(Comparator.comparing(Deal::closeDate).thenComparing(Deal::number))
            .toList();
    return new DealList(
        acme.now(),
        Acme.CURRENCY,
        deals.size(),
        deals.stream().mapToLong(Deal::amount).sum(),
        deals.stream().limit(most).map(deal -> DealView.of(deal, Acme.CURRENCY)).toList());
  }

  @Tool(
      name = "list_companies",
      title = "List companies",
      description = "Customers and prospects with their open deals, by name.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  CompanyList listCompanies(
      @ToolArg(description = "At most so many, 1 to 1000", defaultValue = "200") int limit) {
    int most = Arguments.limit(limit);
    Acme acme = present.acme();
    Map<Company, List<Deal>> open =
        crm.dealsAt(acme).open().collect(Collectors.groupingBy(Deal::company));
    List<CompanyView> companies =
        acme.companies().stream()
            .sorted(Comparator.comparing(Company::name))
            .limit(most)
            .map(each -> CompanyView.of(each, acme.today(), open.getOrDefault(each, List.of())))
            .toList();
    return new CompanyList(acme.now(), acme.companies().size(), companies);
  }

  @Tool(
      name = "pipeline_summary",
      title = "Pipeline summary",
      description = "The open deals in figures: total, weighted, closing this month, per stage.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  PipelineSummary pipelineSummary() {
    Acme acme = present.acme();
    return PipelineSummary.of(
        acme.now(), Acme.CURRENCY, YearMonth.from(acme.today()), crm.dealsAt(acme));
  }

  @Tool(
      name = "move_deal_stage",
      title = "Move a deal to another stage",
      description = "Changes the stage of an open deal. Winning a deal sends its invoice.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              readOnlyHint = false,
              destructiveHint = true,
              idempotentHint = true,
              openWorldHint = false))
  DealView moveDealStage(
      @ToolArg(description = "The deal, like D-1042") String id,
      @ToolArg(description = "The new stage: " + STAGES) String stage) {
    Stage target =
        Arguments.choice("stage", stage, Stage.class)
            .orElseThrow(() -> new ToolCallException("\"stage\" must be one of " + STAGES + "."));
    Deal deal =
        crm.deals()
            .find(id)
            .orElseThrow(() -> new ToolCallException("There is no deal \"%s\".".formatted(id)));
    if (!deal.isOpen()) {
      throw new ToolCallException(
          "%s is already %s; a closed deal cannot be moved."
              .formatted(deal.id(), deal.stage().word()));
    }
    return DealView.of(crm.move(deal, target), Acme.CURRENCY);
  }
}
