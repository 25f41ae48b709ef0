package dev.liveartifacts.connector.call;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.connector.connection.Connection;
import dev.liveartifacts.connector.connection.ConnectionHealth;
import dev.liveartifacts.connector.mcp.FailureWords;
import dev.liveartifacts.connector.mcp.McpClient;
import dev.liveartifacts.connector.mcp.ToolCall;
import dev.liveartifacts.connector.mcp.ToolReply;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.register.Reach;
import dev.liveartifacts.connector.register.Targets;
import dev.liveartifacts.connector.work.Turnstile;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.UUID;

/**
 * Asks a connector, as gently as it needs: behind its circuit, no more than so many at a time.
 * Never fails: whatever happens is a {@link Landing}.
 */
@ApplicationScoped
public class Upstream {
  private final McpClient mcp;
  private final Targets targets;
  private final ConnectionHealth health;
  private final CallConfig config;
  private final MeterRegistry metrics;
  private final Clock clock;
  private final Circuits circuits;
  private final Cache<UUID, Turnstile> turnstiles =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterAccess(Duration.ofHours(1)).build();

  public Upstream(
      McpClient mcp,
      Targets targets,
      ConnectionHealth health,
      CallConfig config,
      MeterRegistry metrics,
      Clock clock) {
    this.mcp = mcp;
    this.targets = targets;
    this.health = health;
    this.config = config;
    this.metrics = metrics;
    this.clock = clock;
    this.circuits = new Circuits(clock);
  }

  /**
   * @param personId in whose turn the connector is asked
   */
  Uni<Landing> call(Reach reach, String personId, ToolCall call) {
    return turnstile(reach)
        .pass(personId, () -> behindCircuit(reach, call))
        .onFailure(Turnstile.Full.class)
        .recoverWithItem(() -> crowded(reach));
  }

  private Uni<Landing> behindCircuit(Reach reach, ToolCall call) {
    Optional<Duration> closedFor = circuits.enter(reach.connection().id());
    return closedFor
        .map(wait -> Uni.createFrom().item(resting(reach, wait)))
        .orElseGet(() -> ask(reach, call));
  }

  private Uni<Landing> ask(Reach reach, ToolCall call) {
    Instant begun = clock.instant();
    return targets
        .reach(reach, target -> mcp.call(target, call))
        .map(reply -> answered(reach, reply, begun))
        .onFailure(McpException.class)
        .recoverWithItem(e -> failed(reach, ((McpException) e).failure(), begun));
  }

  private Landing answered(Reach reach, ToolReply reply, Instant begun) {
    Duration took = took(begun, "answered");
    circuits.succeeded(reach.connection().id());
    health.succeeded(reach.connection());
    if (reply.isError()) {
      return new Landing.ToolFailed(reply.json(), took.toMillis());
    }
    // As exact as the cache keeps it: an answer is the same from the source and from the cache.
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    return new Landing.Landed(
        new StoredResult(
            now.plus(freshFor(reach, reply)), now, took.toMillis(), null, reply.json()));
  }

  private Landing failed(Reach reach, McpFailure failure, Instant begun) {
    Duration took = took(begun, "failed");
    Connection connection = reach.connection();
    String name = reach.connector().name();
    Duration retryAfter = Failures.retryAfter(failure);
    if (retryAfter != null) {
      circuits.holdOff(connection.id(), retryAfter);
    } else if (failure.isServerDown()) {
      circuits.failed(connection.id());
    }
    health.failed(connection, failure, FailureWords.of(name, failure));
    return Failures.missed(name, failure, took.toMillis());
  }

  /** The server's word, else the connector's, else the service's. */
  private Duration freshFor(Reach reach, ToolReply reply) {
    Long ttl = reply.ttlMillis();
    if (ttl != null) {
      return Duration.ofMillis(Math.clamp(ttl, 0, config.keptFor().toMillis()));
    }
    Integer seconds = reach.connector().ttlSeconds();
    return seconds == null ? config.freshFor() : Duration.ofSeconds(seconds);
  }

  private Duration took(Instant begun, String outcome) {
    Duration took = Duration.between(begun, clock.instant());
    metrics.timer("live.upstream", "outcome", outcome).record(took);
    return took;
  }

  private Turnstile turnstile(Reach reach) {
    return turnstiles.get(
        reach.connector().id(),
        id -> new Turnstile(config.atATime(), config.atATimeEach(), config.queue()));
  }

  private static Landing crowded(Reach reach) {
    return new Landing.Missed(
        new CallError(
            ErrorCode.RATE_LIMITED,
            "Too many calls are waiting for " + reach.connector().name() + ".",
            true,
            1000L),
        true,
        0);
  }

  private static Landing resting(Reach reach, Duration wait) {
    return new Landing.Missed(
        new CallError(
            ErrorCode.SERVER_UNAVAILABLE,
            reach.connector().name() + " kept failing, and is left alone for a moment.",
            true,
            wait.toMillis()),
        true,
        0);
  }
}
