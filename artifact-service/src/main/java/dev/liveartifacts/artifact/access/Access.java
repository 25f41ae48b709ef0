package dev.liveartifacts.artifact.access;

import dev.liveartifacts.artifact.person.WorkspaceRole;
import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;

/** Decides who may do what. The default is no; an administrator is nobody special here. */
public final class Access {
  private Access() {}

  /** What a person is to an artifact; empty if nothing. Of several shares the largest counts. */
  public static Optional<Role> role(Visitor visitor, Facts facts, Instant now) {
    if (facts.ownerId().equals(visitor.personId())) {
      return Optional.of(Role.OWNER);
    }
    return facts.grantees().stream()
        .filter(grantee -> grantee.covers(visitor, now))
        .map(Grantee::role)
        .max(Comparator.naturalOrder());
  }

  /** Refuses what a person may not do in this workspace, with a sentence. */
  public static void check(WorkspaceRole role, WorkspaceAction action) {
    refusal(role, action)
        .ifPresent(problem -> {
          throw new ProblemException(problem);
        });
  }

  /** What is said to somebody who may not do this in this workspace; empty if they may. */
  public static Optional<Problem> refusal(WorkspaceRole role, WorkspaceAction action) {
    return action.allowedTo(role)
        ? Optional.empty()
        : Optional.of(Problems.notAllowed(action.refusal()).problem());
  }

  /** Refuses what a role does not cover, with a sentence. */
  static void check(Role role, Action action) {
    if (!action.allowedTo(role)) {
      throw Problems.notAllowed(
          "Only %s may %s."
              .formatted(action.least() == Role.OWNER ? "its owner" : "an editor", action.words()));
    }
  }
}
