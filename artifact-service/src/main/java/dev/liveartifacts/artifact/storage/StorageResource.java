package dev.liveartifacts.artifact.storage;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.Path;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a page keeps for the person who looks at it: filters, inputs. */
@Path("/api/artifacts/{id}/storage")
class StorageResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final StorageStore store;

  StorageResource(CurrentPerson current, Doorkeeper doorkeeper, StorageStore store) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.store = store;
  }

  @GET
  public Uni<StorageStore.Storage> read(@RestPath UUID id) {
    Person person = current.get();
    return doorkeeper.let(person, id, Action.OPEN).flatMap(opened -> store.read(id, person.id()));
  }

  /**
   * @param as {@code viewer} if the person looks at the page as somebody else would
   */
  @PATCH
  public Uni<Written> write(
      @RestPath UUID id, @RestQuery @Nullable String as, @NotNull Items.Write write) {
    Person person = current.get();
    return doorkeeper
        .let(person, id, Action.OPEN)
        .invoke(() -> ownView(as))
        .flatMap(opened -> store.write(id, person.id(), write))
        .map(Written::new);
  }

  private static void ownView(@Nullable String as) {
    if (as != null) {
      throw Problems.conflict(
          "seen-as-others", "You see this page as others do, and nothing in it is kept.");
    }
  }

  /** What a page's storage is at after a write. */
  record Written(long revision) {}
}
