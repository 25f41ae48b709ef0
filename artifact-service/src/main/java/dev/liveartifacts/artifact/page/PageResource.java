package dev.liveartifacts.artifact.page;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.html.Injection;
import dev.liveartifacts.artifact.html.Rewritten;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;

/** Pages, on the sandbox's host. The ticket is the only thing that opens one. */
@PermitAll
@Path("/p")
class PageResource {
  /** Stands where a page was, when it reloads or navigates itself. */
  private static final String GONE =
      "<!doctype html><html lang=\"en\"><title>Open it again</title>"
          + "<p style=\"font:16px system-ui;padding:2rem\">This page was open already."
          + " Press Reload above to see it again.</p>";

  private final TicketStore tickets;
  private final Doorkeeper doorkeeper;
  private final RewrittenPages pages;
  private final RuntimeBundle runtime;
  private final Origins origins;
  private final ObjectMapper json;
  private final Map<String, String> policy;

  PageResource(
      TicketStore tickets,
      Doorkeeper doorkeeper,
      RewrittenPages pages,
      RuntimeBundle runtime,
      Origins origins,
      ObjectMapper json) {
    this.tickets = tickets;
    this.doorkeeper = doorkeeper;
    this.pages = pages;
    this.runtime = runtime;
    this.origins = origins;
    this.json = json;
    this.policy = SandboxPolicy.headers(origins);
  }

  @GET
  @Path("/{ticket: [A-Za-z0-9_-]{43}}")
  public Uni<RestResponse<String>> page(@RestPath String ticket) {
    return tickets
        .redeem(new Secret(ticket))
        .flatMap(found -> found.map(this::ifStillAllowed).orElseGet(PageResource::nothing))
        .map(html -> html.map(page -> respond(200, page)).orElseGet(() -> respond(410, GONE)));
  }

  private Uni<Optional<String>> ifStillAllowed(Ticket ticket) {
    return doorkeeper
        .ifAllowed(ticket.personId(), ticket.email(), ticket.artifactId())
        .flatMap(opened -> opened.isPresent() ? html(ticket) : nothing());
  }

  private Uni<Optional<String>> html(Ticket ticket) {
    return pages
        .of(ticket.sha256())
        .map(page -> page.with(Injection.of(config(ticket, page), runtime.script())))
        .map(Optional::of);
  }

  private static Uni<Optional<String>> nothing() {
    return Uni.createFrom().item(Optional.empty());
  }

  private String config(Ticket ticket, Rewritten page) {
    try {
      return json.writeValueAsString(
          new PageConfig(
              origins.app().toString(),
              ticket.nonce(),
              ticket.artifactId(),
              ticket.title(),
              ticket.storage(),
              page.leftOut()));
    } catch (JsonProcessingException e) {
      throw new UncheckedIOException(e);
    }
  }

  private RestResponse<String> respond(int status, String html) {
    ResponseBuilder<String> response =
        ResponseBuilder.<String>create(status)
            .entity(html)
            .header("Content-Type", "text/html; charset=utf-8");
    policy.forEach(response::header);
    return response.build();
  }
}
