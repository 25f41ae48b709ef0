package dev.liveartifacts.demo.calendar;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Colleague;
import dev.liveartifacts.demo.acme.Company;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A meeting as the calendar tells it.
 *
 * @param company whom it is with; empty for an internal one
 * @param tasksDone how many of the tasks are done
 * @param missing the tasks that are not
 */
public record MeetingView(
    String id,
    String title,
    String company,
    String companyId,
    Instant start,
    Instant end,
    String place,
    List<String> attendees,
    Preparation preparation,
    int tasks,
    int tasksDone,
    List<String> missing) {
  static MeetingView of(Meeting meeting, Acme acme) {
    Optional<Company> company = Optional.ofNullable(meeting.company());
    List<String> missing =
        meeting.tasks().stream()
            .filter(task -> !acme.hasHappened(task.doneAt()))
            .map(Task::title)
            .toList();
    int tasks = meeting.tasks().size();
    int done = tasks - missing.size();
    return new MeetingView(
        meeting.id(),
        meeting.title(),
        company.map(Company::name).orElse(""),
        company.map(Company::id).orElse(""),
        meeting.start(),
        meeting.end(),
        meeting.place(),
        meeting.attendees().stream().map(Colleague::fullName).toList(),
        Preparation.of(done, tasks),
        tasks,
        done,
        missing);
  }
}
