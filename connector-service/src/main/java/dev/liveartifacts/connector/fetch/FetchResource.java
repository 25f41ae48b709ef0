package dev.liveartifacts.connector.fetch;

import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.net.URI;
import java.net.URISyntaxException;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Gets a web page from an address that a person names, for artifact-service. */
@Path("/fetches")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Fetches")
public class FetchResource {
  private static final int LONGEST = 2_000;

  private final PageClient pages;

  public FetchResource(PageClient pages) {
    this.pages = pages;
  }

  /** The address to fetch from. */
  public record Wish(@Nullable String url) {}

  @POST
  @Consumes(MediaType.APPLICATION_JSON)
  @Produces(MediaType.APPLICATION_OCTET_STREAM)
  @Operation(
      summary = "Get a web page, past the guard of all that goes out; its bytes as they come")
  public Uni<Buffer> fetch(Wish wish) {
    return pages.get(address(wish.url()));
  }

  private static URI address(@Nullable String url) {
    if (url == null || url.isBlank() || url.length() > LONGEST) {
      throw ProblemException.invalid("Name the address of a page.");
    }
    try {
      return new URI(url.strip());
    } catch (URISyntaxException e) {
      throw ProblemException.invalid("This is not an address of a page.");
    }
  }
}
