package dev.liveartifacts.artifact.page;

import dev.liveartifacts.artifact.access.Doorkeeper;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Pages, on the sandbox's host. The ticket is the only thing that opens one. */
@PermitAll
@Path("/p")
class PageResource {
  private final TicketStore tickets;
  private final Doorkeeper doorkeeper;
  private final PageRenderer renderer;
  private final PageResponse response;

  PageResource(
      TicketStore tickets, Doorkeeper doorkeeper, PageRenderer renderer, PageResponse response) {
    this.tickets = tickets;
    this.doorkeeper = doorkeeper;
    this.renderer = renderer;
    this.response = response;
  }

  @GET
  @Path("/{ticket: [A-Za-z0-9_-]{43}}")
  @Produces(MediaType.TEXT_HTML)
  public Multi<byte[]> page(
      @RestPath String ticket, @HeaderParam("Accept-Encoding") @Nullable String acceptEncoding) {
    Uni<ServedPage> page =
        tickets
            .redeem(new Secret(ticket))
            .flatMap(found -> found.map(this::ifStillAllowed).orElseGet(PageResource::nothing))
            .flatMap(found -> found.map(renderer::render).orElseGet(response::gone));
    return response.send(page, acceptEncoding);
  }

  private Uni<Optional<Ticket>> ifStillAllowed(Ticket ticket) {
    return doorkeeper
        .ifAllowed(ticket.personId(), ticket.artifactId())
        .map(opened -> opened.map(allowed -> ticket));
  }

  private static Uni<Optional<Ticket>> nothing() {
    return Uni.createFrom().item(Optional.empty());
  }
}
