package dev.liveartifacts.connector.builtin.sql;

import dev.liveartifacts.connector.builtin.ToolResult;
import dev.liveartifacts.connector.egress.EgressRefused;
import dev.liveartifacts.connector.egress.HostNotFound;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import io.smallrye.mutiny.Uni;
import io.vertx.pgclient.PgException;
import org.jspecify.annotations.Nullable;

/** What a database's failure is to a page: its own, the query's, or nobody's. */
final class SqlFailures {
  private static final String NO_SUCH_ACCOUNT = "28";
  private static final String NO_RESOURCES = "53";
  private static final String OPERATOR = "57P";
  private static final String CANCELLED = "57014";
  private static final int LONGEST = 500;

  private SqlFailures() {}

  static Uni<ToolResult> result(Throwable failure) {
    if (failure instanceof BadSql bad) {
      return Uni.createFrom().item(ToolResult.failed(bad.sentence()));
    }
    if (failure instanceof PgException refused && outage(refused) == null) {
      return Uni.createFrom().item(ToolResult.failed(sentence(refused)));
    }
    return Uni.createFrom().failure(new McpException(named(failure)));
  }

  static McpFailure named(Throwable failure) {
    return switch (failure) {
      case McpException known -> known.failure();
      case EgressRefused refused -> new McpFailure.Refused(refused.reason());
      case HostNotFound unknown -> new McpFailure.Unreachable("has no address");
      case PgException refused -> named(refused);
      default -> new McpFailure.Unreachable("does not accept connections");
    };
  }

  private static McpFailure named(PgException refused) {
    McpFailure outage = outage(refused);
    return outage == null ? new McpFailure.NotMcp("answered: " + sentence(refused)) : outage;
  }

  private static @Nullable McpFailure outage(PgException refused) {
    String state = refused.getSqlState();
    if (state == null || state.startsWith(NO_SUCH_ACCOUNT) || state.equals("3D000")) {
      return new McpFailure.Unauthorized(null);
    }
    return state.startsWith(NO_RESOURCES) || state.startsWith(OPERATOR)
        ? new McpFailure.ServerError(503, null)
        : null;
  }

  static String sentence(PgException refused) {
    if (CANCELLED.equals(refused.getSqlState())) {
      return "The query took too long. Ask for less, or have an index made for it.";
    }
    String message = refused.getErrorMessage() == null ? "" : refused.getErrorMessage();
    String plain = message.replaceAll("\\p{Cntrl}", " ");
    return "PostgreSQL says: "
        + (plain.length() <= LONGEST ? plain : plain.substring(0, LONGEST) + "…")
        + " ("
        + refused.getSqlState()
        + ")";
  }
}
