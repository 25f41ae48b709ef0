package dev.liveartifacts.artifact.admin;

import dev.liveartifacts.artifact.access.Access;
import dev.liveartifacts.artifact.access.WorkspaceAction;
import dev.liveartifacts.artifact.analysis.ClaudeConfig;
import dev.liveartifacts.artifact.authoring.AuthoringConfig;
import dev.liveartifacts.artifact.person.CurrentPerson;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.jboss.resteasy.reactive.RestQuery;

/** What was used of Claude today, by the questions of pages and by the making of pages. */
@Path("/api/admin/budgets")
class BudgetsResource {
  private final CurrentPerson current;
  private final SpendingStore store;
  private final ClaudeConfig asks;
  private final AuthoringConfig authoring;
  private final Clock clock;

  BudgetsResource(
      CurrentPerson current,
      SpendingStore store,
      ClaudeConfig asks,
      AuthoringConfig authoring,
      Clock clock) {
    this.current = current;
    this.store = store;
    this.asks = asks;
    this.authoring = authoring;
    this.clock = clock;
  }

  /** The day's budgets; those who used most, 200 of each kind. */
  record Budgets(Budget asks, Budget authoring, Instant resetsAt) {}

  /**
   * @param tokensPerDay of each artifact and person for questions, of each person for making
   */
  record Budget(long tokensPerDay, List<SpendingStore.Spending> items) {}

  @GET
  public Uni<Budgets> today(@RestQuery @DefaultValue("") @Size(max = 200) String query) {
    Access.check(current.get().workspace(), WorkspaceAction.ADMINISTER);
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    String words = query.strip().replace("\0", "");
    return Uni.combine()
        .all()
        .unis(store.asks(today, words), store.authoring(today, words))
        .with((asked, made) ->
            new Budgets(
                new Budget(asks.tokensPerDay(), asked),
                new Budget(authoring.tokensPerDay(), made),
                today.plusDays(1).atStartOfDay(ZoneOffset.UTC).toInstant()));
  }
}
