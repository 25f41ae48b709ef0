package dev.liveartifacts.artifact.authoring.claude;

import com.anthropic.core.JsonValue;
import com.anthropic.core.http.AsyncStreamResponse;
import com.anthropic.errors.AnthropicIoException;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.MessageDeltaUsage;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.RawContentBlockDelta;
import com.anthropic.models.messages.RawContentBlockStartEvent;
import com.anthropic.models.messages.RawMessageDeltaEvent;
import com.anthropic.models.messages.RawMessageStreamEvent;
import com.anthropic.models.messages.StopReason;
import com.anthropic.models.messages.ToolUseBlock;
import com.anthropic.models.messages.ToolUseBlockParam;
import com.anthropic.models.messages.Usage;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.smallrye.mutiny.subscription.UniEmitter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Puts a turn together from the events of the Messages API's stream. A tool's input that is cut off
 * is no tool to use: nothing half is ever done.
 */
final class Reading implements AsyncStreamResponse.Handler<RawMessageStreamEvent> {
  private static final JsonMapper JSON = new JsonMapper();

  private final Listener listener;
  private final UniEmitter<? super Turn> turn;
  private final List<Block> blocks = new ArrayList<>();
  private Spent spent = Spent.NOTHING;
  private @Nullable StopReason stop;
  private boolean whole;

  Reading(Listener listener, UniEmitter<? super Turn> turn) {
    this.listener = listener;
    this.turn = turn;
    listener.begins();
  }

  @Override
  public void onNext(RawMessageStreamEvent event) {
    event.messageStart().ifPresent(start -> spent = spent(start.message().usage()));
    event.contentBlockStart().ifPresent(this::begin);
    event.contentBlockDelta().ifPresent(delta -> add(delta.delta()));
    event.messageDelta().ifPresent(this::stopped);
    whole |= event.isMessageStop();
  }

  @Override
  public void onComplete(Optional<Throwable> failure) {
    if (failure.isPresent()) {
      turn.fail(failure.get());
    } else if (!whole) {
      turn.fail(new AnthropicIoException("The stream ended before the answer did", null));
    } else {
      turn.complete(read());
    }
  }

  private void begin(RawContentBlockStartEvent start) {
    blocks.add(new Block(start.contentBlock().toolUse().orElse(null)));
  }

  private void add(RawContentBlockDelta delta) {
    Block block = blocks.getLast();
    delta
        .text()
        .ifPresent(text -> {
          block.text.append(text.text());
          listener.says(text.text());
        });
    delta
        .inputJson()
        .ifPresent(input -> {
          block.text.append(input.partialJson());
          String html = block.html.feed(input.partialJson());
          if (!html.isEmpty()) {
            listener.writes(blocks.size(), html);
          }
        });
  }

  private void stopped(RawMessageDeltaEvent event) {
    stop = event.delta().stopReason().orElse(null);
    MessageDeltaUsage usage = event.usage();
    spent =
        new Spent(
            usage.inputTokens().orElse(spent.read()),
            usage.outputTokens(),
            usage.cacheReadInputTokens().orElse(spent.remembered()),
            usage.cacheCreationInputTokens().orElse(spent.memorised()));
  }

  private Turn read() {
    if (StopReason.REFUSAL.equals(stop)) {
      return new Turn.Declined(spent);
    }
    if (StopReason.MAX_TOKENS.equals(stop)
        || StopReason.MODEL_CONTEXT_WINDOW_EXCEEDED.equals(stop)) {
      return new Turn.CutOff(spent);
    }
    List<Turn.Use> uses = blocks.stream().map(Block::use).flatMap(Optional::stream).toList();
    MessageParam said = MessageParam.ofAssistantOfContentBlockParams(params());
    return uses.isEmpty() ? new Turn.Ended(said, text(), spent) : new Turn.Uses(said, uses, spent);
  }

  private String text() {
    return blocks.stream()
        .filter(block -> block.tool == null)
        .map(block -> block.text.toString())
        .collect(Collectors.joining())
        .strip();
  }

  private List<ContentBlockParam> params() {
    List<ContentBlockParam> params =
        blocks.stream().map(Block::param).flatMap(Optional::stream).toList();
    return params.isEmpty() ? List.of(ContentBlockParam.ofText("…")) : params;
  }

  private static Spent spent(Usage usage) {
    return new Spent(
        usage.inputTokens(),
        usage.outputTokens(),
        usage.cacheReadInputTokens().orElse(0L),
        usage.cacheCreationInputTokens().orElse(0L));
  }

  /** A part of the answer: words, or a tool with its input. */
  private static final class Block {
    private final @Nullable ToolUseBlock tool;
    private final StringBuilder text = new StringBuilder();
    private final GrowingText html = new GrowingText("html");

    Block(@Nullable ToolUseBlock tool) {
      this.tool = tool;
    }

    Optional<Turn.Use> use() {
      return Optional.ofNullable(tool).map(used -> new Turn.Use(used.id(), used.name(), input()));
    }

    Optional<ContentBlockParam> param() {
      if (tool != null) {
        return Optional.of(ContentBlockParam.ofToolUse(param(tool)));
      }
      return Optional.of(text.toString())
          .filter(words -> !words.isBlank())
          .map(ContentBlockParam::ofText);
    }

    private ToolUseBlockParam param(ToolUseBlock used) {
      ToolUseBlockParam.Input.Builder input = ToolUseBlockParam.Input.builder();
      input()
          .properties()
          .forEach(one ->
              input.putAdditionalProperty(one.getKey(), JsonValue.fromJsonNode(one.getValue())));
      return ToolUseBlockParam.builder()
          .id(used.id())
          .name(used.name())
          .input(input.build())
          .build();
    }

    private ObjectNode input() {
      try {
        return JSON.readTree(text.isEmpty() ? "{}" : text.toString()) instanceof ObjectNode object
            ? object
            : JSON.createObjectNode();
      } catch (JsonProcessingException broken) {
        return JSON.createObjectNode();
      }
    }
  }
}
