package dev.liveartifacts.artifact.authoring.claude;

import com.anthropic.client.AnthropicClientAsync;
import com.anthropic.core.RequestOptions;
import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.errors.AnthropicServiceException;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.RawMessageStreamEvent;
import dev.liveartifacts.artifact.analysis.ClaudeAccount;
import dev.liveartifacts.artifact.analysis.Words;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.UniEmitter;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.jboss.logging.Logger;

/**
 * Has Claude take one turn, streamed through the Messages API. A passing failure is waited for, up
 * to three times; it never fails otherwise: what goes wrong is said.
 */
@Singleton
public class ClaudeWriter {
  private static final Logger LOG = Logger.getLogger(ClaudeWriter.class);
  private static final int ATTEMPTS = 4;
  private static final int TOO_MANY = 429;
  private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);
  private static final Duration LONGEST_TURN = Duration.ofMinutes(10);
  private static final Pattern SECONDS = Pattern.compile("\\d{1,4}");

  private final ClaudeAccount account;
  // the library reads a stream by waiting for it
  private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

  ClaudeWriter(ClaudeAccount account) {
    this.account = account;
  }

  public boolean ready() {
    return account.client().isPresent();
  }

  public Uni<Turn> turn(MessageCreateParams asked, Listener listener) {
    return account
        .client()
        .map(client -> attempt(client, asked, listener, 1))
        .orElseGet(() -> Uni.createFrom().item(new Turn.Failed(Words.NO_KEY)));
  }

  private Uni<Turn> attempt(
      AnthropicClientAsync client, MessageCreateParams asked, Listener listener, int attempt) {
    return once(client, asked, listener)
        .onFailure()
        .recoverWithUni(failure -> {
          Throwable cause = cause(failure);
          return attempt < ATTEMPTS && passing(cause)
              ? later(pause(cause, attempt), listener)
                  .flatMap(again -> attempt(client, asked, listener, attempt + 1))
              : Uni.createFrom().item(failed(cause, asked.model().asString()));
        });
  }

  private Uni<Turn> once(
      AnthropicClientAsync client, MessageCreateParams asked, Listener listener) {
    return Uni.createFrom()
        .<Turn>emitter(emitter -> listen(client, asked, listener, emitter))
        .runSubscriptionOn(readers)
        .ifNoItem()
        .after(LONGEST_TURN)
        .fail();
  }

  private void listen(
      AnthropicClientAsync client,
      MessageCreateParams asked,
      Listener listener,
      UniEmitter<? super Turn> emitter) {
    RequestOptions patience = RequestOptions.builder().timeout(LONGEST_TURN).build();
    AsyncStreamResponse<RawMessageStreamEvent> stream =
        client.messages().createStreaming(asked, patience);
    emitter.onTermination(stream::close);
    stream.subscribe(new Reading(listener, emitter), readers);
  }

  private static Uni<Void> later(Duration pause, Listener listener) {
    listener.asksAgainIn(pause);
    return Uni.createFrom().voidItem().onItem().delayIt().by(pause);
  }

  private static boolean passing(Throwable failure) {
    return Words.passing(failure)
        || (failure instanceof AnthropicServiceException service
            && (service.statusCode() == TOO_MANY || overloadedMeanwhile(service)));
  }

  /** The stream had begun well, with 200, before it said that it cannot go on. */
  private static boolean overloadedMeanwhile(AnthropicServiceException failure) {
    return failure
        .errorType()
        .filter(type -> type.asString().matches("overloaded_error|api_error|rate_limit_error"))
        .isPresent();
  }

  /** As long as the endpoint says, else longer each time. */
  private static Duration pause(Throwable failure, int attempt) {
    Duration own = Duration.ofSeconds(1L << attempt);
    if (!(failure instanceof AnthropicServiceException service)) {
      return own;
    }
    return service.headers().values("retry-after").stream()
        .filter(value -> SECONDS.matcher(value).matches())
        .map(value -> Duration.ofSeconds(Long.parseLong(value)))
        .filter(said -> said.compareTo(LONGEST_PAUSE) <= 0)
        .findFirst()
        .orElse(own);
  }

  private static Turn failed(Throwable failure, String model) {
    LOG.warnf("Claude did not write: %s", Words.kind(failure));
    return new Turn.Failed(
        switch (failure) {
          case AnthropicServiceException service when overloadedMeanwhile(service) ->
              "Claude is overloaded right now. Try again in a few minutes.";
          default -> Words.ofFailure(failure, model, "LIVE_AUTHORING_MODEL");
        });
  }

  private static Throwable cause(Throwable failure) {
    return failure instanceof CompletionException && failure.getCause() != null
        ? failure.getCause()
        : failure;
  }

  @PreDestroy
  void close() {
    readers.shutdownNow();
  }
}
