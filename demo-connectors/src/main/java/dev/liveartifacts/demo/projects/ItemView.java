package dev.liveartifacts.demo.projects;

import dev.liveartifacts.demo.acme.Acme;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/**
 * An item as the tracker tells it.
 *
 * @param daysOverdue zero if it is not
 */
public record ItemView(
    String id,
    String projectId,
    String project,
    String customer,
    String title,
    String owner,
    Status status,
    LocalDate dueOn,
    long daysOverdue,
    int hours) {
  static ItemView of(Project project, Item item, Acme acme) {
    return new ItemView(
        item.id(),
        project.id(),
        project.deal().name(),
        project.deal().company().name(),
        item.title(),
        item.owner().fullName(),
        item.status(acme),
        item.dueOn(),
        item.isOverdue(acme) ? ChronoUnit.DAYS.between(item.dueOn(), acme.today()) : 0,
        item.hours());
  }
}
