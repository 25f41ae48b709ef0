package dev.liveartifacts.artifact.verify;

import dev.liveartifacts.artifact.access.Opened;
import dev.liveartifacts.artifact.bridge.Rehearsal;
import dev.liveartifacts.artifact.edge.Origins;
import dev.liveartifacts.artifact.page.Entrance;
import dev.liveartifacts.artifact.page.Entrances;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import org.jboss.logging.Logger;

/** Opens a page in the browser that the deployer has set up, with a person's rights to read. */
@Singleton
public class Verifier {
  private static final Logger LOG = Logger.getLogger(Verifier.class);
  private static final int HEIGHT = 1_600;

  /** Any document of the app's origin would do; this is the smallest that is open to everyone. */
  private static final String HOST = "/.well-known/oauth-protected-resource/mcp";

  private final VerifyConfig config;
  private final Vertx vertx;
  private final Entrances entrances;
  private final Rehearsal rehearsal;
  private final Origins origins;
  private final Clock clock;
  private final Semaphore room;
  private final Set<UUID> visitors = ConcurrentHashMap.newKeySet();
  private final String script = read();

  Verifier(
      VerifyConfig config,
      Vertx vertx,
      Entrances entrances,
      Rehearsal rehearsal,
      Origins origins,
      Clock clock) {
    this.config = config;
    this.vertx = vertx;
    this.entrances = entrances;
    this.rehearsal = rehearsal;
    this.origins = origins;
    this.clock = clock;
    this.room = new Semaphore(config.atOnce());
  }

  /** Says whether there is a browser to open pages in. */
  public boolean ready() {
    return config.browser().isPresent();
  }

  /**
   * Opens the current version. Fails with a problem if there is no room, or the browser is away.
   *
   * @param width of the window in CSS pixels
   */
  public Uni<Sighting> look(Opened opened, Person person, String token, int width) {
    if (!visitors.add(person.id())) {
      throw Problems.unavailable("A page of yours is being verified already. Wait for it to end.");
    }
    if (!room.tryAcquire()) {
      visitors.remove(person.id());
      throw Problems.unavailable("Other pages are being verified. Try again in half a minute.");
    }
    return entrances
        .open(person, opened.facts().artifactId(), null, token)
        .flatMap(entrance -> look(opened, person, token, width, entrance))
        .onTermination()
        .invoke(() -> {
          room.release();
          visitors.remove(person.id());
        });
  }

  private Uni<Sighting> look(
      Opened opened, Person person, String token, int width, Entrance entrance) {
    SightingLog log = new SightingLog(clock);
    Desk desk = new Desk(rehearsal, opened, person, token, log);
    URI browser = config.browser().orElseThrow();
    Future<Sighting> looked =
        DevToolsClient.connect(vertx, browser)
            .compose(client ->
                new Visit(vertx, client, place(width, entrance), desk, log)
                    .look()
                    .onComplete(done -> client.close()));
    return Uni.createFrom()
        .<Sighting>emitter(emitter -> looked.onComplete(emitter::complete, emitter::fail))
        .onFailure()
        .invoke(failure -> LOG.warnf("The browser did not open a page: %s", failure.getMessage()))
        .onFailure()
        .transform(failure ->
            Problems.unavailable("The browser that verifies pages does not answer right now."));
  }

  private Visit.Place place(int width, Entrance entrance) {
    String entranceJson =
        new JsonObject().put("url", entrance.url()).put("nonce", entrance.nonce()).encode();
    return new Visit.Place(
        origins.app() + HOST,
        script.replace("__CONFIG__", entranceJson),
        origins.sandbox().toString(),
        width,
        HEIGHT,
        config.deadline(),
        config.quiet());
  }

  private static String read() {
    try (InputStream in = Verifier.class.getClassLoader().getResourceAsStream("verify/host.js")) {
      if (in == null) {
        throw new IllegalStateException("verify/host.js is missing from this program");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
