package dev.liveartifacts.artifact.page;

import com.fasterxml.jackson.annotation.JsonCreator;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Person;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Positive;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.Locale;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Lets the web app show a page once. */
@Path("/api/artifacts/{id}/tickets")
class TicketsResource {
  private final CurrentPerson current;
  private final Entrances entrances;

  TicketsResource(CurrentPerson current, Entrances entrances) {
    this.current = current;
    this.entrances = entrances;
  }

  @POST
  public Uni<Entrance> issue(@RestPath UUID id, @Valid @Nullable Wish wish) {
    Person person = current.get();
    Integer version = wish == null ? null : wish.version();
    if (wish != null && wish.as() == As.VIEWER) {
      return entrances.openAsViewer(person, id, version);
    }
    return wish == null || wish.asOf() == null
        ? entrances.open(person, id, version, current.accessToken())
        : entrances.openAsOf(person, id, wish.asOf(), version);
  }

  /**
   * @param version an older one; null for the current one
   * @param asOf the snapshot that the page is to show; null for what is now
   * @param as whose eyes to see it with; null for one's own
   */
  record Wish(@Nullable @Positive Integer version, @Nullable UUID asOf, @Nullable As as) {}

  /** Whose eyes. */
  enum As {
    VIEWER;

    @JsonCreator
    static As of(String word) {
      return valueOf(word.toUpperCase(Locale.ROOT));
    }
  }
}
