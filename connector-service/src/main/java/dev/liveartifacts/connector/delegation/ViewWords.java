package dev.liveartifacts.connector.delegation;

import dev.liveartifacts.connector.call.Answer;
import dev.liveartifacts.connector.call.Outcome;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;

/** Says to a viewer what only the owner can mend: it is not the viewer who has to sign in. */
final class ViewWords {
  private ViewWords() {}

  static Answer of(Answer answer) {
    return switch (answer.outcome()) {
      case Outcome.Fresh fresh -> answer;
      case Outcome.Stale stale ->
          with(
              answer,
              new Outcome.Stale(
                  stale.json(),
                  stale.storedAt(),
                  stale.durationMillis(),
                  said(answer, stale.error()),
                  stale.shapeHash()));
      case Outcome.Failed failed ->
          with(
              answer,
              new Outcome.Failed(
                  said(answer, failed.error()), failed.durationMillis(), failed.json()));
    };
  }

  private static CallError said(Answer answer, CallError error) {
    return switch (error.code()) {
      case NEEDS_REAUTH, SERVER_NOT_CONNECTED, SERVER_NOT_FOUND ->
          new CallError(
              ErrorCode.SERVER_UNAVAILABLE,
              name(answer) + " needs the artifact's owner to sign in again.",
              false,
              null);
      case APPROVAL_REQUIRED ->
          CallError.of(
              ErrorCode.NOT_GRANTED,
              "Somebody has to confirm \"%s\" each time, so its owner cannot share what it answers."
                  .formatted(answer.tool()));
      case SERVER_UNAVAILABLE,
          NOT_GRANTED,
          BLOCKED_BY_POLICY,
          CONSENT_NEEDED,
          TOOL_ERROR,
          BAD_REQUEST,
          RATE_LIMITED,
          UPSTREAM_ERROR ->
          error;
    };
  }

  private static String name(Answer answer) {
    return answer.connector().isEmpty() ? "This connector" : answer.connector();
  }

  private static Answer with(Answer answer, Outcome outcome) {
    return new Answer(
        answer.connectorId(),
        answer.connector(),
        answer.tool(),
        answer.callKey(),
        answer.shared(),
        outcome);
  }
}
