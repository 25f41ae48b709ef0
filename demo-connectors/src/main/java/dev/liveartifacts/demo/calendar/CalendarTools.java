package dev.liveartifacts.demo.calendar;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Present;
import dev.liveartifacts.demo.mcp.Arguments;
import dev.liveartifacts.demo.mcp.Period;
import io.quarkiverse.mcp.server.McpServer;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolCallException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The calendar's tool; it only reads. */
@McpServer("calendar")
final class CalendarTools {
  private static final int MAX_DAYS = 366;

  private final Present present;

  CalendarTools(Present present) {
    this.present = present;
  }

  @Tool(
      name = "list_meetings",
      title = "List meetings",
      description =
          "Meetings and how well they are prepared; this week, Monday to Sunday, by default.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  MeetingList listMeetings(
      @ToolArg(description = "First day, like 2026-03-02", required = false) @Nullable String from,
      @ToolArg(description = "Last day, like 2026-03-08", required = false) @Nullable String to,
      @ToolArg(
              description = "Only with this preparation: not_started, in_progress or ready",
              required = false)
          @Nullable String preparation,
      @ToolArg(description = "At most so many, 1 to 1000", defaultValue = "200") int limit) {
    int most = Arguments.limit(limit);
    Optional<Preparation> only = Arguments.choice("preparation", preparation, Preparation.class);
    Acme acme = present.acme();
    Period period = days(from, to, acme);
    List<MeetingView> meetings =
        Diary.meetings(acme, period).stream()
            .map(meeting -> MeetingView.of(meeting, acme))
            .filter(meeting -> only.map(meeting.preparation()::equals).orElse(true))
            .toList();
    return new MeetingList(
        acme.now(),
        period.from(),
        period.to(),
        meetings.size(),
        meetings.stream().limit(most).toList());
  }

  private static Period days(@Nullable String from, @Nullable String to, Acme acme) {
    LocalDate monday = acme.today().with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    Period period = Arguments.period(from, to, new Period(monday, monday.plusDays(6)));
    if (ChronoUnit.DAYS.between(period.from(), period.to()) > MAX_DAYS) {
      throw new ToolCallException("\"from\" and \"to\" must be at most a year apart.");
    }
    return period;
  }
}
