package dev.liveartifacts.artifact.notice;

import dev.liveartifacts.artifact.person.CurrentPerson;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What this person was told: alerts, schedules that stopped, messages that did not arrive. */
@Path("/api/notices")
class NoticesResource {
  private final CurrentPerson current;
  private final NoticeStore store;

  NoticesResource(CurrentPerson current, NoticeStore store) {
    this.current = current;
    this.store = store;
  }

  /** The newest, and how many of all were not read yet. */
  record Notices(int unread, List<NoticeStore.Told> items) {}

  /**
   * What was read.
   *
   * @param ids null for everything
   */
  record Seen(@Nullable @Size(max = 200) List<@NotNull UUID> ids) {}

  /**
   * Newest first.
   *
   * @param before older than this one
   */
  @GET
  public Uni<Notices> list(
      @RestQuery @Nullable UUID before,
      @RestQuery @DefaultValue("30") @Min(1) @Max(100) int limit) {
    UUID person = current.get().id();
    return store
        .list(person, before, limit)
        .flatMap(items -> store.unread(person).map(unread -> new Notices(unread, items)));
  }

  @POST
  @Path("/read")
  public Uni<Notices> read(@NotNull @Valid Seen seen) {
    return store.read(current.get().id(), seen.ids()).flatMap(read -> list(null, 30));
  }
}
