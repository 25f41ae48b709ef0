package dev.liveartifacts.artifact.preview;

import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.page.Secret;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.store.PageText;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.UUID;

/** Lets the web app show a page that is not saved, once. What it may call, the web app decides. */
@Path("/api/previews")
class PreviewsResource {
  private final CurrentPerson current;
  private final PreviewStore store;
  private final Origins origins;

  PreviewsResource(CurrentPerson current, PreviewStore store, Origins origins) {
    this.current = current;
    this.store = store;
    this.origins = origins;
  }

  @POST
  @Blocking
  public Uni<Entrance> issue(@NotNull @Valid Page page) {
    UUID personId = current.get().id();
    Secret ticket = Secret.random();
    Preview preview = new Preview(PageText.of(page.html()).gzip(), Secret.random().text());
    return store
        .issue(ticket, personId, preview)
        .replaceWith(
            new Entrance(origins.sandbox() + "/p/preview/" + ticket.text(), preview.nonce()));
  }

  /** The page to look at. */
  record Page(@NotNull String html) {}

  /**
   * Where the page is, for one use within a minute.
   *
   * @param nonce by which the page proves to the web app that it is the one that was opened
   */
  record Entrance(String url, String nonce) {}
}
