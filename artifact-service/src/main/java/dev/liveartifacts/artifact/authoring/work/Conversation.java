package dev.liveartifacts.artifact.authoring.work;

import com.anthropic.models.messages.CacheControlEphemeral;
import com.anthropic.models.messages.ContentBlockParam;
import com.anthropic.models.messages.MessageCreateParams;
import com.anthropic.models.messages.MessageParam;
import com.anthropic.models.messages.TextBlockParam;
import com.anthropic.models.messages.ToolResultBlockParam;
import dev.liveartifacts.artifact.authoring.AuthoringConfig;
import java.util.ArrayList;
import java.util.List;

/**
 * What Claude and we have said so far. Instructions come from us and from the person alone;
 * everything else stands between the marks of a {@link Fence}.
 */
final class Conversation {
  private static final CacheControlEphemeral REMEMBER = CacheControlEphemeral.builder().build();

  private final Fence fence;
  private final String rules;
  private final List<MessageParam> messages = new ArrayList<>();

  /**
   * @param guide how pages are written here
   */
  Conversation(Fence fence, String guide, Brief brief) {
    this.fence = fence;
    this.rules = Instructions.text(fence) + "\n" + guide;
    messages.add(MessageParam.ofUser(brief.change().map(this::opening).orElse("") + brief.wish()));
  }

  MessageCreateParams next(AuthoringConfig config) {
    return MessageCreateParams.builder()
        .model(config.model())
        .maxTokens(config.maxTokens())
        .systemOfTextBlockParams(
            List.of(TextBlockParam.builder().text(rules).cacheControl(REMEMBER).build()))
        .tools(Instructions.tools())
        .messages(remembered())
        .build();
  }

  void said(MessageParam said) {
    messages.add(said);
  }

  /** The person's or our own words. */
  void tell(String words) {
    messages.add(MessageParam.ofUser(words));
  }

  void answer(List<ToolResultBlockParam> results) {
    messages.add(
        MessageParam.ofUserOfContentBlockParams(
            results.stream().map(ContentBlockParam::ofToolResult).toList()));
  }

  ToolResultBlockParam result(String useId, Used used) {
    return ToolResultBlockParam.builder()
        .toolUseId(useId)
        .content(used.said() + (used.data().isEmpty() ? "" : "\n" + fence.around(used.data())))
        .isError(used.failed())
        .build();
  }

  /** The newest results end what Claude's endpoint should remember for the next turn. */
  private List<MessageParam> remembered() {
    MessageParam last = messages.getLast();
    if (!last.isUser() || !last.content().isContentBlockParams()) {
      return messages;
    }
    List<ContentBlockParam> blocks = new ArrayList<>(last.content().asContentBlockParams());
    ToolResultBlockParam newest = blocks.removeLast().asToolResult();
    blocks.add(ContentBlockParam.ofToolResult(newest.toBuilder().cacheControl(REMEMBER).build()));
    List<MessageParam> all = new ArrayList<>(messages);
    all.set(all.size() - 1, MessageParam.ofUserOfContentBlockParams(blocks));
    return all;
  }

  private String opening(Brief.Change change) {
    StringBuilder text = new StringBuilder("This is my page as it is now:\n");
    text.append(fence.around(change.page().html())).append("\n\n");
    Brief.Element element = change.element();
    if (element != null) {
      text.append("I point at this element of it (").append("its selector, text and HTML):\n");
      text.append(
          fence.around(element.selector() + "\n\n" + element.text() + "\n\n" + element.html()));
      text.append("\n\n");
    }
    if (!change.drift().isEmpty()) {
      text.append("The data that it was made for has changed its structure:\n");
      text.append(fence.around(change.drift().encode()));
      text.append("\n\nProbe the tools again and mend what does not fit any more.\n\n");
    }
    return text.append("Keep everything that I do not mention as it is. What I want changed:\n")
        .toString();
  }
}
