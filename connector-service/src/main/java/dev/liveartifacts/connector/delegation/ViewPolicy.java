package dev.liveartifacts.connector.delegation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.call.Call;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Decides whether a viewer's call is one of those that the owner shows. The default is no. */
sealed interface ViewPolicy {
  /**
   * Make this call with the owner's connection.
   *
   * @param call with the recorded arguments
   */
  record Make(String ownerId, Call call) implements ViewPolicy {}

  record Refuse(CallError error) implements ViewPolicy {}

  static ViewPolicy of(ViewRequest asked, Optional<ViewDelegation> found, Instant now) {
    if (found.isEmpty() || !found.get().covers(asked.artifactId(), now)) {
      return refuse(
          "The artifact's owner does not share this data any more. Ask the owner to share it again.");
    }
    ViewDelegation shown = found.get();
    List<DelegatedCall> ofTool = shown.calls().stream().filter(call -> isOf(call, asked)).toList();
    if (ofTool.isEmpty()) {
      return refuse(
          "The artifact's owner does not share what \"%s\" answers. Ask the owner to share it."
              .formatted(printable(asked.call().tool())));
    }
    return ofTool.stream()
        .map(call -> Recorded.arguments(call, asked.arguments(), now, shown.zone()))
        .flatMap(Optional::stream)
        .findFirst()
        .map(arguments -> make(shown, asked.call(), arguments))
        .orElseGet(() -> otherArguments(asked, shown, ofTool));
  }

  private static boolean isOf(DelegatedCall call, ViewRequest asked) {
    return call.connectorId().equals(asked.call().connectorId())
        && call.tool().equals(asked.call().tool());
  }

  private static ViewPolicy make(ViewDelegation shown, Call asked, ObjectNode recorded) {
    return new Make(
        shown.ownerId(),
        new Call(
            asked.connectorId(),
            asked.tool(),
            recorded,
            asked.freshness(),
            false,
            asked.grantedHash(),
            true));
  }

  private static ViewPolicy otherArguments(
      ViewRequest asked, ViewDelegation shown, List<DelegatedCall> ofTool) {
    boolean moving = ofTool.stream().anyMatch(call -> !call.relative().isEmpty());
    return refuse(
        "The artifact's owner shares what \"%s\" answers to exactly the recorded arguments%s, and these are others."
            .formatted(
                printable(asked.call().tool()),
                moving ? ", with the days of " + shown.zone().getId() : ""));
  }

  private static ViewPolicy refuse(String message) {
    return new Refuse(CallError.of(ErrorCode.NOT_GRANTED, message));
  }

  private static String printable(String name) {
    String plain = name.replaceAll("\\p{Cntrl}", "");
    return plain.length() <= 100 ? plain : plain.substring(0, 100) + "…";
  }
}
