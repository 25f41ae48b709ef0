package dev.liveartifacts.artifact.page;

import dev.liveartifacts.artifact.edge.Origins;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestMulti;
import org.jspecify.annotations.Nullable;

/**
 * A page as a response of the sandbox's host, with the headers that hold it there: piece by piece,
 * each made off the event loop when the one before it is on its way.
 */
@Singleton
public class PageResponse {
  /** Stands where a page was, when it reloads or navigates itself. */
  private static final ServedPage GONE =
      new ServedPage(
          410,
          "<!doctype html><html lang=\"en\"><title>Open it again</title>"
              + "<p style=\"font:16px system-ui;padding:2rem\">This page was open already."
              + " Press Reload above to see it again.</p>",
          "");

  private final Vertx vertx;
  private final Origins origins;
  private final Map<String, List<String>> plain;
  private final Map<String, List<String>> compressed;

  PageResponse(Vertx vertx, Origins origins) {
    this.vertx = vertx;
    this.origins = origins;
    this.plain = headers(List.of(), false);
    this.compressed = headers(List.of(), true);
  }

  /** For a ticket that is spent, too old, or none. */
  public Uni<ServedPage> gone() {
    return Uni.createFrom().item(GONE);
  }

  public Multi<byte[]> send(Uni<ServedPage> page, @Nullable String acceptEncoding) {
    boolean gzip = acceptEncoding != null && acceptEncoding.contains("gzip");
    return RestMulti.fromUniResponse(
        page, found -> packed(found, gzip), found -> headers(found, gzip), ServedPage::status);
  }

  private Map<String, List<String>> headers(ServedPage page, boolean gzip) {
    if (!page.sites().isEmpty()) {
      return headers(page.sites(), gzip);
    }
    return gzip ? compressed : plain;
  }

  private Map<String, List<String>> headers(List<String> sites, boolean gzip) {
    Map<String, List<String>> headers = new HashMap<>();
    SandboxPolicy.headers(origins, sites)
        .forEach((name, value) -> headers.put(name, List.of(value)));
    headers.put("Content-Type", List.of("text/html; charset=utf-8"));
    headers.put("Vary", List.of("Accept-Encoding"));
    if (gzip) {
      headers.put("Content-Encoding", List.of("gzip"));
    }
    return Map.copyOf(headers);
  }

  private Multi<byte[]> packed(ServedPage page, boolean gzip) {
    Packing packing = gzip ? new GzipPacking() : Packing.NONE;
    return Multi.createFrom()
        .iterable(page.pieces())
        .onItem()
        .transformToUniAndConcatenate(piece ->
            Uni.createFrom()
                .completionStage(() ->
                    vertx.executeBlocking(() -> packing.pack(piece), false).toCompletionStage()));
  }
}
