package dev.liveartifacts.artifact.publication.open;

import dev.liveartifacts.artifact.page.PageRenderer;
import dev.liveartifacts.artifact.page.PageResponse;
import dev.liveartifacts.artifact.page.ServedPage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** The pages of frozen copies, on the sandbox's host. The ticket is all that opens one. */
@PermitAll
@Path("/p/public")
class PublicPageResource {
  private final LinkStore links;
  private final Visit visit;
  private final PageRenderer renderer;
  private final PageResponse response;

  PublicPageResource(LinkStore links, Visit visit, PageRenderer renderer, PageResponse response) {
    this.links = links;
    this.visit = visit;
    this.renderer = renderer;
    this.response = response;
  }

  /**
   * @param pass a copy's id, a dot, and a ticket for it
   */
  @GET
  @Path("/{pass: [0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\\.[A-Za-z0-9_-]{54}}")
  @Produces(MediaType.TEXT_HTML)
  public Multi<byte[]> page(
      @RestPath String pass, @HeaderParam("Accept-Encoding") @Nullable String acceptEncoding) {
    int dot = pass.indexOf('.');
    String ticket = pass.substring(dot + 1);
    Uni<ServedPage> page =
        links
            .find(UUID.fromString(pass.substring(0, dot)))
            .flatMap(found -> found.flatMap(link -> page(link, ticket)).orElseGet(response::gone));
    return response.send(page, acceptEncoding);
  }

  private Optional<Uni<ServedPage>> page(Link link, String ticket) {
    return visit
        .nonce(link, ticket)
        .map(nonce ->
            renderer.renderCopy(
                link.page(), link.title(), nonce, link.sites(), () -> links.page(link.id())));
  }
}
