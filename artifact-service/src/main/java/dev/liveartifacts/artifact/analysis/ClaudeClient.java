package dev.liveartifacts.artifact.analysis;

import com.anthropic.client.AnthropicClientAsync;
import com.anthropic.models.messages.ContentBlock;
import com.anthropic.models.messages.Message;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.TextBlock;
import com.anthropic.models.messages.Usage;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/** Asks Claude through the Messages API: one turn, no tools. */
@Singleton
class ClaudeClient {
  private static final Logger LOG = Logger.getLogger(ClaudeClient.class);
  private static final Duration PAUSE = Duration.ofMillis(500);

  private final ClaudeConfig config;
  private final Optional<AnthropicClientAsync> claude;

  ClaudeClient(ClaudeConfig config, ClaudeAccount account) {
    this.config = config;
    this.claude = account.client();
  }

  /** Never fails: what goes wrong is said. */
  Uni<Said> ask(Question question) {
    return claude
        .map(client -> ask(client, question))
        .orElseGet(() -> Uni.createFrom().item(new Said.Nothing(Words.NO_KEY, 0)));
  }

  private Uni<Said> ask(AnthropicClientAsync claude, Question question) {
    return Uni.createFrom()
        .completionStage(() -> claude.messages().create(params(question)))
        .runSubscriptionOn(Infrastructure.getDefaultWorkerPool())
        .onFailure(CompletionException.class)
        .transform(ClaudeClient::cause)
        .onFailure(Words::passing)
        .retry()
        .withBackOff(PAUSE)
        .atMost(1)
        .ifNoItem()
        .after(config.deadline())
        .fail()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(this::said)
        .onFailure()
        .recoverWithItem(this::failed);
  }

  private MessageCreateParams params(Question question) {
    return MessageCreateParams.builder()
        .model(config.model())
        .maxTokens(config.maxTokens())
        .system(question.rules())
        .addUserMessage(question.fenced())
        .build();
  }

  private Said said(Message message) {
    long tokens = tokens(message.usage());
    Optional<StopReason> stop = message.stopReason();
    if (stop.filter(StopReason.REFUSAL::equals).isPresent()) {
      return new Said.Nothing(Words.DECLINED, tokens);
    }
    if (stop.filter(StopReason.MAX_TOKENS::equals).isPresent()) {
      return new Said.Nothing(Words.cutOff(config.maxTokens()), tokens);
    }
    return new Said.Whole(text(message), tokens);
  }

  private static String text(Message message) {
    return message.content().stream()
        .map(ContentBlock::text)
        .flatMap(Optional::stream)
        .map(TextBlock::text)
        .collect(Collectors.joining());
  }

  private static long tokens(Usage usage) {
    return usage.inputTokens()
        + usage.outputTokens()
        + usage.cacheCreationInputTokens().orElse(0L)
        + usage.cacheReadInputTokens().orElse(0L);
  }

  private Said failed(Throwable failure) {
    LOG.warnf("Claude did not answer: %s", Words.kind(failure));
    return new Said.Nothing(Words.ofFailure(failure, config.model(), "LIVE_CLAUDE_MODEL"), 0);
  }

  private static Throwable cause(Throwable wrapper) {
    return wrapper.getCause() == null ? wrapper : wrapper.getCause();
  }
}
