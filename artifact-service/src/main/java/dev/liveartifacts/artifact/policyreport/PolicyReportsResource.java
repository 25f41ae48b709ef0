package dev.liveartifacts.artifact.policyreport;

import dev.liveartifacts.artifact.access.Access;
import dev.liveartifacts.artifact.access.WorkspaceAction;
import dev.liveartifacts.artifact.person.CurrentPerson;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;

/** What browsers said was blocked, for administrators. */
@Path("/api/admin/policy-reports")
class PolicyReportsResource {
  private final CurrentPerson current;
  private final PolicyReportStore store;

  PolicyReportsResource(CurrentPerson current, PolicyReportStore store) {
    this.current = current;
    this.store = store;
  }

  @GET
  public Uni<List<PolicyReportStore.Line>> list() {
    Access.check(current.get().workspace(), WorkspaceAction.ADMINISTER);
    return store.list();
  }
}
