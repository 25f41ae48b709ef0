package dev.liveartifacts.artifact.preview;

import dev.liveartifacts.artifact.page.PageRenderer;
import dev.liveartifacts.artifact.page.PageResponse;
import dev.liveartifacts.artifact.page.Secret;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
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
  public Uni<RestResponse<byte[]>> page(
      @RestPath String ticket, @HeaderParam("Accept-Encoding") @Nullable String acceptEncoding) {
    boolean acceptsGzip = acceptEncoding != null && acceptEncoding.contains("gzip");
    return store
        .redeem(new Secret(ticket))
        .flatMap(found -> found.map(one -> opened(one, acceptsGzip)).orElseGet(this::gone));
  }

  private Uni<RestResponse<byte[]>> opened(Preview preview, boolean acceptsGzip) {
    return renderer.renderUnsaved(preview.gzip(), preview.nonce(), acceptsGzip).map(response::page);
  }

  private Uni<RestResponse<byte[]>> gone() {
    return Uni.createFrom().item(response.gone());
  }
}
