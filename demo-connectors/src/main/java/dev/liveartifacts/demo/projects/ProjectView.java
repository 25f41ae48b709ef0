package dev.liveartifacts.demo.projects;

import dev.liveartifacts.demo.acme.Acme;
import java.time.LocalDate;

/**
 * A project as the tracker tells it.
 *
 * @param dealId the deal that it delivers
 * @param progress done items in percent
 */
public record ProjectView(
    String id,
    String name,
    String customer,
    String customerId,
    String dealId,
    String lead,
    Status status,
    LocalDate startedOn,
    LocalDate dueOn,
    int items,
    long itemsDone,
    long itemsOverdue,
    long progress) {
  static ProjectView of(Project project, Acme acme) {
    long done = project.count(Status.DONE, acme);
    int items = project.items().size();
    return new ProjectView(
        project.id(),
        project.deal().name(),
        project.deal().company().name(),
        project.deal().company().id(),
        project.deal().id(),
        project.lead().fullName(),
        project.status(acme),
        Acme.dayOf(project.startedAt()),
        project.dueOn(),
        items,
        done,
        project.overdue(acme),
        Math.round(100.0 * done / items));
  }
}
