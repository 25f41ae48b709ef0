package dev.liveartifacts.demo.projects;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Colleague;
import java.time.Instant;
import java.time.LocalDate;

/**
 * A piece of work of a project.
 *
 * @param startsAt when somebody begins, perhaps in the future
 * @param doneAt when it is finished, perhaps in the future
 */
record Item(
    String id,
    String title,
    Colleague owner,
    LocalDate dueOn,
    Instant startsAt,
    Instant doneAt,
    int hours) {
  Status status(Acme acme) {
    if (acme.hasHappened(doneAt)) {
      return Status.DONE;
    }
    return acme.hasHappened(startsAt) ? Status.IN_PROGRESS : Status.OPEN;
  }

  boolean isOverdue(Acme acme) {
    return dueOn.isBefore(acme.today()) && status(acme) != Status.DONE;
  }
}
