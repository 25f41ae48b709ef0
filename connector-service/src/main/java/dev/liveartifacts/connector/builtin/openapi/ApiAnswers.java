package dev.liveartifacts.connector.builtin.openapi;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import dev.liveartifacts.connector.builtin.HttpFailures;
import dev.liveartifacts.connector.builtin.ToolResult;
import dev.liveartifacts.connector.egress.WebAnswer;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import java.io.IOException;
import java.nio.charset.StandardCharsets;

/** What a service's answer is as a tool's result: JSON as it came, text as text. */
final class ApiAnswers {
  private static final ObjectReader JSON =
      new ObjectMapper().reader().with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  private static final int LONGEST_REASON = 2_000;

  private ApiAnswers() {}

  static ToolResult result(WebAnswer answer) {
    HttpFailures.of(answer)
        .ifPresent(failure -> {
          throw failure;
        });
    String encoding = answer.header("content-encoding");
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      throw new McpException(
          new McpFailure.NotMcp("answered in an encoding that was not asked for"));
    }
    return answer.isSuccess() ? success(answer) : ToolResult.failed(reason(answer));
  }

  private static ToolResult success(WebAnswer answer) {
    if (answer.body().length == 0) {
      return ToolResult.text("Done (HTTP " + answer.status() + ").");
    }
    return isJson(answer.contentType()) ? json(answer) : ToolResult.text(text(answer));
  }

  private static ToolResult json(WebAnswer answer) {
    try {
      JSON.readTree(answer.body());
      return ToolResult.of(answer.body());
    } catch (IOException e) {
      throw new McpException(new McpFailure.NotMcp("answered, but it is not JSON"));
    }
  }

  private static boolean isJson(String contentType) {
    return contentType.equals("application/json") || contentType.endsWith("+json");
  }

  private static String reason(WebAnswer answer) {
    String said = text(answer);
    String bounded =
        said.length() <= LONGEST_REASON ? said : said.substring(0, LONGEST_REASON) + "…";
    return answer.status() / 100 == 3
        ? "The service redirects (HTTP " + answer.status() + "), which is not followed."
        : "The service says no (HTTP " + answer.status() + "). " + bounded;
  }

  private static String text(WebAnswer answer) {
    return new String(answer.body(), StandardCharsets.UTF_8);
  }
}
