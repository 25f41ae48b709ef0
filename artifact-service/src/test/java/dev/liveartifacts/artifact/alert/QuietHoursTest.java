package dev.liveartifacts.artifact.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuietHoursTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  @ParameterizedTest
  @CsvSource({
    // nights
    "22:00, 07:00, false, 2026-11-18T21:59:59+01:00, 2026-11-18T21:59:59+01:00",
    "22:00, 07:00, false, 2026-11-18T22:00:00+01:00, 2026-11-19T07:00:00+01:00",
    "22:00, 07:00, false, 2026-11-19T06:59:59+01:00, 2026-11-19T07:00:00+01:00",
    "22:00, 07:00, false, 2026-11-19T07:00:00+01:00, 2026-11-19T07:00:00+01:00",
    // a siesta
    "12:00, 14:00, false, 2026-11-19T13:00:00+01:00, 2026-11-19T14:00:00+01:00",
    // a weekend, and the night after it
    "22:00, 07:00, true, 2026-11-20T23:00:00+01:00, 2026-11-23T07:00:00+01:00",
    "00:00, 00:00, true, 2026-11-21T12:00:00+01:00, 2026-11-23T00:00:00+01:00",
    // none
    "00:00, 00:00, false, 2026-11-21T12:00:00+01:00, 2026-11-21T12:00:00+01:00",
    // the clock goes forward at 02:00, and back at 03:00
    "22:00, 02:30, false, 2026-03-29T01:00:00+01:00, 2026-03-29T03:30:00+02:00",
    "22:00, 07:00, false, 2026-03-28T23:00:00+01:00, 2026-03-29T07:00:00+02:00",
    "22:00, 07:00, false, 2026-10-24T23:00:00+02:00, 2026-10-25T07:00:00+01:00",
    "22:00, 02:30, false, 2026-10-25T02:10:00+01:00, 2026-10-25T02:30:00+01:00",
  })
  void what_comes_in_quiet_hours_waits_until_they_are_over(
      LocalTime from, LocalTime to, boolean weekends, OffsetDateTime at, OffsetDateTime released) {
    QuietHours quiet = new QuietHours(from, to, BERLIN, weekends);

    assertThat(quiet.release(at.toInstant())).isEqualTo(released.toInstant());
  }

  @Property
  void what_is_released_is_never_earlier_and_never_held_back_again(
      @ForAll @IntRange(max = 1439) int from,
      @ForAll @IntRange(max = 1439) int to,
      @ForAll boolean weekends,
      @ForAll @LongRange(min = 1_700_000_000L, max = 1_900_000_000L) long second) {
    QuietHours quiet =
        new QuietHours(
            LocalTime.ofSecondOfDay(from * 60L),
            LocalTime.ofSecondOfDay(to * 60L),
            BERLIN,
            weekends);
    Instant wanted = Instant.ofEpochSecond(second);

    Instant released = quiet.release(wanted);

    assertThat(released).isBetween(wanted, wanted.plus(Duration.ofDays(5)));
    assertThat(quiet.release(released)).isEqualTo(released);
  }
}
