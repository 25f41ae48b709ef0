package dev.liveartifacts.artifact.page;

import dev.liveartifacts.artifact.access.Doorkeeper;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
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
  public Uni<RestResponse<byte[]>> page(
      @RestPath String ticket, @HeaderParam("Accept-Encoding") @Nullable String acceptEncoding) {
    boolean acceptsGzip = acceptEncoding != null && acceptEncoding.contains("gzip");
    return tickets
        .redeem(new Secret(ticket))
        .flatMap(found -> found.map(this::ifStillAllowed).orElseGet(PageResource::nothing))
        .flatMap(found -> found.map(one -> opened(one, acceptsGzip)).orElseGet(this::gone));
  }

  private Uni<Optional<Ticket>> ifStillAllowed(Ticket ticket) {
    return doorkeeper
        .ifAllowed(ticket.personId(), ticket.email(), ticket.artifactId())
        .map(opened -> opened.map(allowed -> ticket));
  }

  private static Uni<Optional<Ticket>> nothing() {
    return Uni.createFrom().item(Optional.empty());
  }

  private Uni<RestResponse<byte[]>> opened(Ticket ticket, boolean acceptsGzip) {
    return renderer.render(ticket, acceptsGzip).map(response::page);
  }

  private Uni<RestResponse<byte[]>> gone() {
    return Uni.createFrom().item(response.gone());
  }
}
