package dev.liveartifacts.connector.mcp;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import io.smallrye.mutiny.Uni;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/**
 * Which era a server belongs to. The newer one is tried first ({@code server/discover}); a server
 * that does not know it is greeted in the older way. The verdict belongs to the endpoint and is
 * found again when it turns out to be wrong.
 */
final class Eras {
  private static final Duration VERDICT_KEPT = Duration.ofHours(1);
  private static final int METHOD_NOT_FOUND = -32601;

  /** Errors by which a server shows that it speaks the stateless protocol. */
  private static final Set<Integer> MODERN_ERRORS = Set.of(McpFailure.RpcError.HEADER_MISMATCH);

  private final StatelessEra stateless;
  private final SessionEra sessions;
  private final Duration patience;
  private final AsyncCache<URI, ProtocolEra> verdicts =
      Caffeine.newBuilder().maximumSize(10_000).expireAfterWrite(VERDICT_KEPT).buildAsync();

  /**
   * @param patience how long a server may think about the newer protocol
   */
  Eras(StatelessEra stateless, SessionEra sessions, Duration patience) {
    this.stateless = stateless;
    this.sessions = sessions;
    this.patience = patience;
  }

  /** Does the work in the era of the target's server. */
  <T> Uni<T> in(McpTarget target, Function<ProtocolEra, Uni<T>> work) {
    return Uni.createFrom()
        .completionStage(() ->
            verdicts
                .get(
                    target.endpoint(),
                    (endpoint, executor) -> probe(target).subscribeAsCompletionStage())
                .copy())
        .chain(work::apply)
        .onFailure(Eras::castsDoubt)
        .invoke(() -> verdicts.synchronous().invalidate(target.endpoint()));
  }

  /** Nobody asks the target any more. */
  void end(McpTarget target) {
    sessions.end(target);
  }

  private Uni<ProtocolEra> probe(McpTarget target) {
    return stateless
        .greet(target)
        .ifNoItem()
        .after(patience)
        .failWith(() -> new McpException(new McpFailure.TimedOut(patience)))
        .<ProtocolEra>replaceWith(stateless)
        .onFailure(McpException.class)
        .recoverWithUni(failure -> after((McpException) failure, target));
  }

  private Uni<ProtocolEra> after(McpException answer, McpTarget target) {
    return switch (verdict(answer.failure())) {
      case STATELESS -> Uni.createFrom().item(stateless);
      case SESSIONS -> Uni.createFrom().item(sessions);
      // Some old servers fall over or fall silent at what they do not know.
      case UNSURE -> sessions.greet(target).<ProtocolEra>replaceWith(sessions);
      case NEITHER -> Uni.createFrom().failure(answer);
    };
  }

  enum Verdict {
    STATELESS,
    SESSIONS,
    UNSURE,
    NEITHER
  }

  /** What a failed {@code server/discover} says about a server. */
  static Verdict verdict(McpFailure failure) {
    return switch (failure) {
      case McpFailure.RpcError(int status, int code, var _) when MODERN_ERRORS.contains(code) ->
          Verdict.STATELESS;
      case McpFailure.RpcError(var _, var _, var _),
          McpFailure.UnexpectedStatus(var _),
          McpFailure.UnsupportedVersion(var _) ->
          Verdict.SESSIONS;
      case McpFailure.CapabilityMissing(var _) -> Verdict.STATELESS;
      case McpFailure.VersionRefused(var supported) -> verdict(supported);
      case McpFailure.NotMcp(var _),
          McpFailure.ServerError(var _, var _),
          McpFailure.TimedOut(var _),
          McpFailure.Dropped() ->
          Verdict.UNSURE;
      case McpFailure.Refused(var _),
          McpFailure.Unreachable(var _),
          McpFailure.Unauthorized(var _),
          McpFailure.Forbidden(var _),
          McpFailure.MoreScope(var _),
          McpFailure.RateLimited(var _),
          McpFailure.TooLarge(var _),
          McpFailure.SessionLost() ->
          Verdict.NEITHER;
    };
  }

  /** Of a server that refuses the newest version, and says which it speaks. */
  private static Verdict verdict(List<String> supported) {
    if (supported.contains(StatelessEra.VERSION)) {
      return Verdict.STATELESS;
    }
    return supported.isEmpty() || supported.stream().anyMatch(SessionEra::speaks)
        ? Verdict.SESSIONS
        : Verdict.NEITHER;
  }

  /** An answer that a server gives when it is spoken to in the wrong era. */
  private static boolean castsDoubt(Throwable failure) {
    return failure instanceof McpException e
        && switch (e.failure()) {
          case McpFailure.UnexpectedStatus(var _),
              McpFailure.NotMcp(var _),
              McpFailure.UnsupportedVersion(var _),
              McpFailure.VersionRefused(var _) ->
              true;
          case McpFailure.RpcError(int status, int code, var _) ->
              status >= 400 || code == METHOD_NOT_FOUND;
          default -> false;
        };
  }
}
