package dev.liveartifacts.artifact.analysis;

import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** What pages have used of Claude today, for administrators. */
@Path("/api/asks/budgets")
class BudgetsResource {
  private final CurrentPerson current;
  private final BudgetStore budgets;
  private final ClaudeConfig config;

  BudgetsResource(CurrentPerson current, BudgetStore budgets, ClaudeConfig config) {
    this.current = current;
    this.budgets = budgets;
    this.config = config;
  }

  @GET
  public Uni<List<BudgetStore.Budget>> today() {
    if (!current.get().admin()) {
      throw Problems.notAllowed("Only an administrator sees what everyone has used.");
    }
    return budgets.today(config.tokensPerDay());
  }
}
