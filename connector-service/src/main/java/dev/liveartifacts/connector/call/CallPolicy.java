package dev.liveartifacts.connector.call;

import dev.liveartifacts.connector.connection.ConnectionState;
import dev.liveartifacts.connector.mcp.Tool;
import dev.liveartifacts.connector.policy.Permission;
import dev.liveartifacts.connector.register.Reach;
import dev.liveartifacts.connector.tool.PermittedTool;
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
    /** Grants were checked before. */
    ATTENDED,
    /** Nobody is there to confirm: only reading is allowed. */
    UNATTENDED
  }

  static CallPolicy of(Reach reach, Call call, Optional<PermittedTool> found, Mode mode) {
    String connector = reach.connector().name();
    if (!reach.isShared() && !call.ownConnection()) {
      return refuse(
          ErrorCode.CONSENT_NEEDED,
          "This artifact would use your own connection to %s. Look at what it reads, and agree first."
              .formatted(connector));
    }
    if (reach.connection().standing().state() == ConnectionState.REVOKED) {
      return refuse(ErrorCode.NEEDS_REAUTH, connector + " needs you to sign in again.");
    }
    if (found.isEmpty()) {
      return refuse(
          ErrorCode.BAD_REQUEST,
          "%s has no tool \"%s\".".formatted(connector, printable(call.tool())));
    }
    Tool tool = found.get().tool();
    if (call.grantedHash() != null && !call.grantedHash().equals(tool.schemaHash())) {
      return refuse(
          ErrorCode.NOT_GRANTED,
          "%s has changed \"%s\" since it was approved. The artifact's owner has to approve it again."
              .formatted(connector, printable(call.tool())));
    }
    return switch (Verdict.of(found.get().permission(), call.confirmed(), mode)) {
      case SHARE -> new Share(tool);
      case DIRECT -> new Direct(tool);
      case BLOCKED ->
          refuse(
              ErrorCode.BLOCKED_BY_POLICY,
              "Tool \"%s\" is not permitted: blocked by managed policy."
                  .formatted(printable(call.tool())));
      case UNCONFIRMED ->
          refuse(
              ErrorCode.APPROVAL_REQUIRED,
              "Tool \"%s\" needs to be confirmed first.".formatted(printable(call.tool())));
      case NOBODY_THERE ->
          refuse(
              ErrorCode.APPROVAL_REQUIRED,
              "This tool needs to be confirmed, and nobody is here to do so.");
      case WRITES ->
          refuse(
              ErrorCode.APPROVAL_REQUIRED, "This tool writes, and nobody is here to confirm it.");
    };
  }

  /** What policy, kind of tool, confirmation and presence come to. */
  enum Verdict {
    SHARE,
    DIRECT,
    BLOCKED,
    UNCONFIRMED,
    NOBODY_THERE,
    WRITES;

    static Verdict of(Permission permission, boolean confirmed, Mode mode) {
      boolean reads = permission.readOnly();
      return switch (permission.policy()) {
        case BLOCK -> BLOCKED;
        case ALLOW -> reads ? SHARE : mode == Mode.ATTENDED ? DIRECT : WRITES;
        case ASK -> {
          if (!reads && mode == Mode.UNATTENDED) {
            yield WRITES;
          }
          if (confirmed) {
            yield reads ? SHARE : DIRECT;
          }
          yield mode == Mode.ATTENDED ? UNCONFIRMED : NOBODY_THERE;
        }
      };
    }
  }

  private static CallPolicy refuse(ErrorCode code, String message) {
    return new Refuse(CallError.of(code, message));
  }

  private static String printable(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "");
    return plain.length() <= 100 ? plain : plain.substring(0, 100) + "…";
  }
}
