package dev.liveartifacts.artifact.publication.open;

import dev.liveartifacts.artifact.audit.Note;
import dev.liveartifacts.artifact.audit.Subject;
import dev.liveartifacts.artifact.edge.ClientAddress;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.edge.PublicPolicy;
import dev.liveartifacts.artifact.packing.Gzip;
import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.publication.Passwords;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import java.util.List;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestCookie;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** What is behind public links, for whoever has one. Who is signed in does not matter here. */
@PermitAll
@Path("/s/{token}")
class PublicResource {
  private final LinkStore links;
  private final Visit visit;
  private final Knocks knocks;
  private final PublicDocument document;
  private final Origins origins;

  PublicResource(
      LinkStore links, Visit visit, Knocks knocks, PublicDocument document, Origins origins) {
    this.links = links;
    this.visit = visit;
    this.knocks = knocks;
    this.document = document;
    this.origins = origins;
  }

  /** The document that draws the copy; the same whether there is one or not. */
  @GET
  @Produces(MediaType.TEXT_HTML)
  public Uni<RestResponse<String>> document(
      @RestPath String token, @Context RoutingContext context) {
    return links.find(token).invoke(found -> frame(found, context.response())).map(this::document);
  }

  @GET
  @Path("/content")
  @Produces(MediaType.APPLICATION_JSON)
  public Uni<RestResponse<Buffer>> content(
      @RestPath String token,
      @RestCookie(Visit.COOKIE) @Nullable String admission,
      @HeaderParam("Accept-Encoding") @Nullable String acceptEncoding,
      @Context RoutingContext context) {
    ClientAddress from = ClientAddress.of(context.request());
    boolean gzip = acceptEncoding != null && acceptEncoding.contains("gzip");
    return knocks
        .view(from)
        .chain(() -> links.find(token))
        .map(found -> visit.admitted(found, admission))
        .invoke(link -> note(context, link).action("publication.open"))
        .flatMap(link -> links.content(link.id()).invoke(found -> links.viewed(link.id())))
        .map(found -> found.orElseThrow(visit::over))
        .flatMap(packed -> gzip ? packed(packed) : unpacked(packed));
  }

  @POST
  @Path("/tickets")
  public Uni<Visit.Ticket> ticket(
      @RestPath String token, @RestCookie(Visit.COOKIE) @Nullable String admission) {
    return links.find(token).map(found -> visit.ticket(visit.admitted(found, admission)));
  }

  @POST
  @Path("/password")
  public Uni<RestResponse<Void>> password(
      @RestPath String token, @NotNull @Valid Said said, @Context RoutingContext context) {
    ClientAddress from = ClientAddress.of(context.request());
    return links
        .find(token)
        .map(visit::working)
        .call(link -> knocks.password(link, from))
        .invoke(link -> note(context, link).action("publication.password"))
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(link -> admit(link, token, said.password()));
  }

  private static Note note(RoutingContext context, Link link) {
    return Note.of(context).about(Subject.artifact(link.artifactId()));
  }

  private RestResponse<Void> admit(Link link, String token, String password) {
    if (link.password() != null && !Passwords.matches(password, link.password())) {
      throw new ProblemException(
          Problem.of(403, "wrong-password", "Not the password", "That is not the password."));
    }
    return ResponseBuilder.<Void>noContent()
        .header("Set-Cookie", visit.cookie(link, token))
        .build();
  }

  /** In the place of the policy that is there: of two, a browser keeps to both. */
  private void frame(Optional<Link> link, HttpServerResponse response) {
    List<String> sites = link.map(Link::sites).orElseGet(List::of);
    response.putHeader("Content-Security-Policy", PublicPolicy.of(origins, sites));
  }

  private RestResponse<String> document(Optional<Link> link) {
    return ResponseBuilder.<String>create(link.isPresent() ? 200 : 404)
        .entity(document.html())
        .build();
  }

  private static Uni<RestResponse<Buffer>> packed(Buffer packed) {
    return Uni.createFrom().item(content(packed).header("Content-Encoding", "gzip").build());
  }

  private static Uni<RestResponse<Buffer>> unpacked(Buffer packed) {
    return Uni.createFrom()
        .item(packed)
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(gzip -> content(Buffer.buffer(Gzip.unpack(gzip))).build());
  }

  private static ResponseBuilder<Buffer> content(Buffer body) {
    return ResponseBuilder.ok(body).header("Vary", "Accept-Encoding, Cookie");
  }

  /** What a visitor says at the door. */
  record Said(@NotNull @Size(max = 200) String password) {}
}
