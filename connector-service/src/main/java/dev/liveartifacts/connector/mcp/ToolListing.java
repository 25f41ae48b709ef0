package dev.liveartifacts.connector.mcp;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.json.MalformedJson;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import io.smallrye.mutiny.Uni;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Pages through {@code tools/list}, with an end even where the server knows none. Used once. */
final class ToolListing {
  private static final int MOST_PAGES = 200;

  private final ProtocolEra era;
  private final McpTarget target;
  private final ObjectMapper json;
  private final McpConfig config;

  private final List<Tool> tools = new ArrayList<>();
  private final Set<String> cursors = new HashSet<>();
  private long bytes;

  ToolListing(ProtocolEra era, McpTarget target, ObjectMapper json, McpConfig config) {
    this.era = era;
    this.target = target;
    this.json = json;
    this.config = config;
  }

  Uni<List<Tool>> from(@Nullable String cursor) {
    ObjectNode params = json.createObjectNode();
    if (cursor != null) {
      params.put("cursor", cursor);
    }
    return era.request(target, RpcCall.of("tools/list", params))
        .map(this::add)
        .chain(page ->
            page.nextCursor() == null
                ? Uni.createFrom().item(List.copyOf(tools))
                : from(page.nextCursor()));
  }

  private ToolPage add(byte[] result) {
    ToolPage page = read(result);
    page.tools().stream().filter(era::accepts).forEach(tools::add);
    bytes += result.length;
    if (tools.size() > config.toolLimit()) {
      throw notMcp("offers more than " + config.toolLimit() + " tools");
    }
    if (bytes > config.resultLimit()) {
      throw new McpException(new McpFailure.TooLarge(config.resultLimit()));
    }
    if (cursors.size() > MOST_PAGES) {
      throw notMcp("lists its tools on more than " + MOST_PAGES + " pages");
    }
    if (page.nextCursor() != null && !cursors.add(page.nextCursor())) {
      throw notMcp("lists its tools in circles");
    }
    return page;
  }

  private static ToolPage read(byte[] result) {
    try {
      return ToolPage.read(result);
    } catch (MalformedJson e) {
      throw notMcp("answered, but " + e.getMessage());
    }
  }

  private static McpException notMcp(String what) {
    return new McpException(new McpFailure.NotMcp(what));
  }
}
