package dev.liveartifacts.artifact.admin;

import dev.liveartifacts.artifact.access.Access;
import dev.liveartifacts.artifact.access.WorkspaceAction;
import dev.liveartifacts.artifact.person.CurrentPerson;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Versions, replicas, and how each part is, for administrators. */
@Path("/api/admin/system")
class SystemResource {
  private final CurrentPerson current;
  private final ReplicaStore replicas;
  private final Parts parts;
  private final String version;

  SystemResource(
      CurrentPerson current,
      ReplicaStore replicas,
      Parts parts,
      @ConfigProperty(name = "quarkus.application.version") String version) {
    this.current = current;
    this.replicas = replicas;
    this.parts = parts;
    this.version = version;
  }

  /**
   * @param version of the replica that answers
   */
  record SystemView(String version, List<ReplicaStore.Replica> replicas, List<PartHealth> parts) {}

  @GET
  public Uni<SystemView> now() {
    Access.check(current.get().workspace(), WorkspaceAction.ADMINISTER);
    String token = current.accessToken();
    return Uni.combine()
        .all()
        .unis(replicas.list(), parts.now(token))
        .with((here, all) -> new SystemView(version, here, all));
  }
}
