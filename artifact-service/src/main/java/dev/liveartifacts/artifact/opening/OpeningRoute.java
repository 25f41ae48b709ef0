package dev.liveartifacts.artifact.opening;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.audit.Note;
import dev.liveartifacts.artifact.html.Injection;
import dev.liveartifacts.artifact.page.Entrances;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.person.Me;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.person.PersonConfig;
import dev.liveartifacts.artifact.person.PersonStore;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The web app at an artifact's address. For who is signed in, the page's ticket comes with it, and
 * the page's calls have begun by the time that the web app runs. The document does not wait long
 * for either: the web app asks for what did not come.
 */
@ApplicationScoped
class OpeningRoute {
  private static final Logger LOG = Logger.getLogger(OpeningRoute.class);
  private static final Duration PATIENCE = Duration.ofMillis(300);
  private static final Pattern VERSION = Pattern.compile("[1-9]\\d{0,8}");
  private static final Pattern ID =
      Pattern.compile("/a/(\\p{XDigit}{8}(?:-\\p{XDigit}{4}){3}-\\p{XDigit}{12})");

  private static final BiConsumer<RoutingContext, Throwable> NO_CHALLENGE = (context, why) -> {};

  private final AppDocument document;
  private final Entrances entrances;
  private final PersonConfig people;
  private final PersonStore known;
  private final Frames frames;
  private final ObjectMapper json;

  OpeningRoute(
      AppDocument document,
      Entrances entrances,
      PersonConfig people,
      PersonStore known,
      Frames frames,
      ObjectMapper json) {
    this.document = document;
    this.entrances = entrances;
    this.people = people;
    this.known = known;
    this.frames = frames;
    this.json = json;
  }

  void register(@Observes Router router) {
    router.get("/a/*").handler(this::handle);
    router.route("/a/*").handler(OpeningRoute::plain);
  }

  private void handle(RoutingContext context) {
    Optional<AppDocument.Parts> parts = document.parts();
    Matcher address = ID.matcher(context.normalizedPath());
    boolean looked = context.request().getHeader("Sec-Purpose") == null;
    boolean ofToday = context.request().getParam("asOf") == null;
    if (parts.isEmpty() || !address.matches() || !looked || !ofToday) {
      plain(context);
      return;
    }
    // who cannot prove who they are gets the web app all the same, which lets them sign in
    context.put(QuarkusHttpUser.AUTH_FAILURE_HANDLER, NO_CHALLENGE);
    // before the first byte: a session that is renewed sets its cookie
    QuarkusHttpUser.getSecurityIdentity(context, null)
        .onFailure()
        .recoverWithNull()
        .subscribe()
        .with(
            identity -> answer(context, parts.get(), UUID.fromString(address.group(1)), identity));
  }

  private static void plain(RoutingContext context) {
    context.reroute("/");
  }

  private void answer(
      RoutingContext context,
      AppDocument.Parts parts,
      UUID id,
      @Nullable SecurityIdentity identity) {
    HttpServerResponse response =
        context.response().setChunked(true).putHeader("Content-Type", "text/html; charset=utf-8");
    if (context.request().getParam("embed") != null) {
      framed(context, parts, id, identity);
      return;
    }
    if (identity == null || identity.isAnonymous()) {
      response.end(parts.beginning().copy().appendBuffer(parts.end()));
      return;
    }
    response.putHeader("Cache-Control", "no-store").write(parts.beginning());
    block(context, id, identity)
        .subscribe()
        .with(block -> response.end(block.appendBuffer(parts.end())));
  }

  /** Who may frame the artifact is told to those alone who may open it. */
  private void framed(
      RoutingContext context,
      AppDocument.Parts parts,
      UUID id,
      @Nullable SecurityIdentity identity) {
    SecurityIdentity somebody = identity == null || identity.isAnonymous() ? null : identity;
    frames
        .sites(id, somebody == null ? null : CurrentPerson.of(somebody, people))
        .flatMap(sites -> {
          frames.let(sites, context.response());
          return somebody == null
              ? Uni.createFrom().item(() -> Buffer.buffer())
              : block(context, id, somebody);
        })
        .map(block -> parts.beginning().copy().appendBuffer(block).appendBuffer(parts.end()))
        .subscribe()
        .with(whole -> context.response().end(whole), context::fail);
  }

  /** What the web app would ask for first; empty if that cannot be had quickly. */
  private Uni<Buffer> block(RoutingContext context, UUID id, SecurityIdentity identity) {
    return opening(context, id, identity)
        .ifNoItem()
        .after(PATIENCE)
        .fail()
        .map(this::block)
        .onFailure()
        .invoke(failure -> LOG.debugf("The web app asks for the page itself: %s", failure))
        .onFailure()
        .recoverWithItem(() -> Buffer.buffer());
  }

  private Uni<Opening> opening(RoutingContext context, UUID id, SecurityIdentity identity) {
    Integer version = version(context.request().getParam("version"));
    Person person = CurrentPerson.of(identity, people);
    return known
        .seen(person)
        .flatMap(seen -> entrances.open(person, id, version, CurrentPerson.accessToken(identity)))
        .invoke(ticket -> Note.of(context).by(person).action("artifact.open"))
        .map(ticket -> new Opening(id, version, Me.of(person, people), ticket));
  }

  private static @Nullable Integer version(@Nullable String asked) {
    return asked == null || !VERSION.matcher(asked).matches() ? null : Integer.valueOf(asked);
  }

  private Buffer block(Opening opening) {
    try {
      return Buffer.buffer(
          "<script type=\"application/json\" id=\"opening\">"
              + Injection.forScript(json.writeValueAsString(opening))
              + "</script>");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
