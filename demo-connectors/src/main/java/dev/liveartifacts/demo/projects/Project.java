package dev.liveartifacts.demo.projects;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Colleague;
import dev.liveartifacts.demo.crm.Deal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** What a deal that was won has to deliver. */
record Project(
    String id, Deal deal, Colleague lead, Instant startedAt, LocalDate dueOn, List<Item> items) {
  long count(Status status, Acme acme) {
    return items.stream().filter(item -> item.status(acme) == status).count();
  }

  long overdue(Acme acme) {
    return items.stream().filter(item -> item.isOverdue(acme)).count();
  }

  Status status(Acme acme) {
    if (count(Status.DONE, acme) == items.size()) {
      return Status.DONE;
    }
    return count(Status.OPEN, acme) == items.size() ? Status.OPEN : Status.IN_PROGRESS;
  }
}
