package dev.liveartifacts.artifact.audit;

import dev.liveartifacts.artifact.access.Access;
import dev.liveartifacts.artifact.access.WorkspaceAction;
import dev.liveartifacts.artifact.person.CurrentPerson;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import java.util.List;
import org.jboss.resteasy.reactive.RestMulti;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The audit log, for administrators. */
@Path("/api/admin")
class AuditResource {
  private final CurrentPerson current;
  private final EntryStore entries;
  private final Exports exports;

  AuditResource(CurrentPerson current, EntryStore entries, Exports exports) {
    this.current = current;
    this.entries = entries;
    this.exports = exports;
  }

  /**
   * A part of the log, the newest first.
   *
   * @param next where the next part begins; null in the last one
   */
  public record Part(List<Kept> items, @Nullable String next) {
    static Part of(List<Kept> found, int limit) {
      return found.size() <= limit
          ? new Part(found, null)
          : new Part(found.subList(0, limit), found.get(limit - 1).place().toString());
    }
  }

  @GET
  @Path("/audit")
  public Uni<Part> search(
      @BeanParam @Valid Query query, @RestQuery @DefaultValue("100") @Min(1) @Max(500) int limit) {
    Access.check(current.get().workspace(), WorkspaceAction.ADMINISTER);
    return entries.find(query.search(), limit + 1).map(found -> Part.of(found, limit));
  }

  @GET
  @Path("/audit.jsonl")
  @Produces("application/x-ndjson")
  public Multi<byte[]> export(@BeanParam @Valid Query query) {
    Access.check(current.get().workspace(), WorkspaceAction.ADMINISTER);
    return RestMulti.fromMultiData(exports.of(query.search()))
        .header("Content-Disposition", "attachment; filename=\"audit.jsonl\"")
        .build();
  }
}
