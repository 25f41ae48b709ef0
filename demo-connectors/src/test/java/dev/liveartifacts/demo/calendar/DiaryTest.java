package dev.liveartifacts.demo.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Moments;
import dev.liveartifacts.demo.mcp.Period;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DiaryTest {
  static Stream<Acme> moments() {
    return Moments.some(25);
  }

  @ParameterizedTest
  @MethodSource("moments")
  void a_week_has_meetings_with_known_companies_on_workdays(Acme acme) {
    Period week = new Period(acme.today(), acme.today().plusDays(6));

    List<Meeting> meetings = Diary.meetings(acme, week);

    assertThat(meetings).hasSizeBetween(15, 30);
    assertThat(meetings).allMatch(meeting -> week.contains(Acme.dayOf(meeting.start())));
    assertThat(meetings.stream().map(Meeting::company).filter(Objects::nonNull))
        .isSubsetOf(acme.companies());
  }

  @ParameterizedTest
  @MethodSource("moments")
  void preparation_only_gets_better(Acme acme) {
    Acme later = Moments.later(acme, 1);
    Period week = new Period(acme.today(), acme.today().plusDays(6));

    for (Meeting meeting : Diary.meetings(acme, week)) {
      assertThat(MeetingView.of(meeting, later).preparation())
          .isGreaterThanOrEqualTo(MeetingView.of(meeting, acme).preparation());
    }
  }

  @ParameterizedTest
  @MethodSource("moments")
  void some_meetings_of_two_weeks_are_ready_and_some_are_not(Acme acme) {
    Period weeks = new Period(acme.today().minusDays(7), acme.today().plusDays(7));

    assertThat(Diary.meetings(acme, weeks))
        .extracting(meeting -> MeetingView.of(meeting, acme).preparation())
        .contains(Preparation.READY, Preparation.NOT_STARTED);
  }
}
