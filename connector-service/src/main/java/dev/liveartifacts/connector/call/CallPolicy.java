package dev.liveartifacts.connector.call;

import dev.liveartifacts.connector.connection.ConnectionState;
import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.register.Reach;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import java.util.Optional;

/** Decides how a call may be made. */
sealed interface CallPolicy {
  /** Cached, and made once for all who ask. */
  record Share(Tool tool) implements CallPolicy {}

  /** Made for this one person, once, and never kept. */
  record Direct(Tool tool) implements CallPolicy {}

  record Refuse(CallError error) implements CallPolicy {}

  /** Whether a call may change something. */
  enum Mode {
    /** Grants and confirmations were checked before. */
    ATTENDED,
    /** Nobody is there to confirm: only reading is allowed. */
    UNATTENDED
  }

  static CallPolicy of(Reach reach, String name, Optional<Tool> tool, Mode mode) {
    String connector = reach.connector().name();
    if (reach.connection().standing().state() == ConnectionState.REVOKED) {
      return refuse(ErrorCode.NEEDS_REAUTH, connector + " needs you to sign in again.");
    }
    if (tool.isEmpty()) {
      return refuse(
          ErrorCode.BAD_REQUEST, "%s has no tool \"%s\".".formatted(connector, printable(name)));
    }
    if (tool.get().readOnly()) {
      return new Share(tool.get());
    }
    return switch (mode) {
      case ATTENDED -> new Direct(tool.get());
      case UNATTENDED ->
          refuse(
              ErrorCode.APPROVAL_REQUIRED, "This tool writes, and nobody is here to confirm it.");
    };
  }

  private static CallPolicy refuse(ErrorCode code, String message) {
    return new Refuse(CallError.of(code, message));
  }

  private static String printable(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "");
    return plain.length() <= 100 ? plain : plain.substring(0, 100) + "…";
  }
}
