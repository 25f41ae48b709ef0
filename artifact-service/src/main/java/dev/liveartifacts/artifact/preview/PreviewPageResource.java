package dev.liveartifacts.artifact.preview;

import dev.liveartifacts.artifact.page.PageRenderer;
import dev.liveartifacts.artifact.page.PageResponse;
import dev.liveartifacts.artifact.page.Secret;
import dev.liveartifacts.artifact.page.ServedPage;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/** Pages that are not saved, on the sandbox's host. The ticket is all that opens one. */
@PermitAll
@Path("/p/preview")
class PreviewPageResource {
  private final PreviewStore store;
  private final PageRenderer renderer;
  private final PageResponse response;

  PreviewPageResource(PreviewStore store, PageRenderer renderer, PageResponse response) {
    this.store = store;
    this.renderer = renderer;
    this.response = response;
  }

  @GET
  @Path("/{ticket: [A-Za-z0-9_-]{43}}")
  @Produces(MediaType.TEXT_HTML)
  public Multi<byte[]> page(
      @RestPath String ticket, @HeaderParam("Accept-Encoding") @Nullable String acceptEncoding) {
    Uni<ServedPage> page =
        store
            .redeem(new Secret(ticket))
            .flatMap(found -> found.map(this::opened).orElseGet(response::gone));
    return response.send(page, acceptEncoding);
  }

  private Uni<ServedPage> opened(Preview preview) {
    return renderer.renderUnsaved(preview.gzip(), preview.nonce());
  }
}
