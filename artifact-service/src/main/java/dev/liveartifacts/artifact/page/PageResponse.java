package dev.liveartifacts.artifact.page;

import dev.liveartifacts.artifact.edge.Origins;
import jakarta.inject.Singleton;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** A page as a response of the sandbox's host, with the headers that hold it there. */
@Singleton
public class PageResponse {
  /** Stands where a page was, when it reloads or navigates itself. */
  private static final String GONE =
      "<!doctype html><html lang=\"en\"><title>Open it again</title>"
          + "<p style=\"font:16px system-ui;padding:2rem\">This page was open already."
          + " Press Reload above to see it again.</p>";

  private final Map<String, String> policy;

  PageResponse(Origins origins) {
    this.policy = SandboxPolicy.headers(origins);
  }

  public RestResponse<byte[]> page(ServedPage page) {
    return respond(200, page);
  }

  /** For a ticket that is spent, too old, or none. */
  public RestResponse<byte[]> gone() {
    return respond(410, ServedPage.of(GONE, false));
  }

  private RestResponse<byte[]> respond(int status, ServedPage page) {
    ResponseBuilder<byte[]> response =
        ResponseBuilder.<byte[]>create(status)
            .entity(page.bytes().getBytes())
            .header("Content-Type", "text/html; charset=utf-8");
    policy.forEach(response::header);
    if (page.gzip()) {
      response.header("Content-Encoding", "gzip");
    }
    return response.build();
  }
}
