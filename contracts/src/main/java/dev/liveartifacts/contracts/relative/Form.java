package dev.liveartifacts.contracts.relative;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** How a moment is written in an argument. */
enum Form {
  /** 2026-11-01 */
  DATE("date", "uuuu-MM-dd"),
  /** 2026-11 */
  MONTH("month", "uuuu-MM"),
  /** 2026-11-01T00:00:00+01:00 */
  DATE_TIME("date-time", "uuuu-MM-dd'T'HH:mm:ssxxx"),
  /** 2026-11-01T00:00:00 on the clock of the zone */
  LOCAL("local", "uuuu-MM-dd'T'HH:mm:ss"),
  /** 2026-10-31T23:00:00Z */
  UTC("utc", "uuuu-MM-dd'T'HH:mm:ss'Z'"),
  /** 2026-10-31T23:00:00.000Z, as browsers write it */
  UTC_MILLIS("utc-millis", "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'"),
  /** 2026-11-01T00:00:00Z: the day of the zone, on the clock of UTC */
  DAY_UTC("day-utc", "uuuu-MM-dd'T'HH:mm:ss'Z'"),
  /** 2026-11-01T00:00:00.000Z: the same with milliseconds */
  DAY_UTC_MILLIS("day-utc-millis", "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'"),
  /** 1793487600000, a number */
  MILLIS("millis", ""),
  /** 1793487600, a number */
  SECONDS("seconds", "");

  /** Numbers from here to there, in seconds, are times: the years 2000 to 2099. */
  private static final long FIRST_SECOND = 946_684_800L;

  private static final long LAST_SECOND = 4_102_444_799L;

  private final String text;
  private final DateTimeFormatter format;

  Form(String text, String pattern) {
    this.text = text;
    this.format = DateTimeFormatter.ofPattern(pattern, Locale.ROOT);
  }

  static Optional<Form> of(String text) {
    return Arrays.stream(values()).filter(form -> form.text.equals(text)).findFirst();
  }

  /** The forms that a value may be written in; none if it is no time. */
  static List<Form> of(Object value, ZoneId zone) {
    return Arrays.stream(values()).filter(form -> form.reads(value, zone)).toList();
  }

  String text() {
    return text;
  }

  /** On whose clock a day begins and ends. */
  ZoneId clock(ZoneId zone) {
    return switch (this) {
      case DAY_UTC, DAY_UTC_MILLIS -> ZoneOffset.UTC;
      case DATE, MONTH, DATE_TIME, LOCAL, UTC, UTC_MILLIS, MILLIS, SECONDS -> zone;
    };
  }

  /** A {@link String} or a {@link Long}. */
  Object write(ZonedDateTime moment) {
    return switch (this) {
      case MILLIS -> moment.toInstant().toEpochMilli();
      case SECONDS -> moment.toEpochSecond();
      case UTC, UTC_MILLIS -> format.format(moment.withZoneSameInstant(ZoneOffset.UTC));
      case DATE, MONTH, DATE_TIME, LOCAL, DAY_UTC, DAY_UTC_MILLIS -> format.format(moment);
    };
  }

  /** The moment that a value is, if it is written exactly in this form. */
  Optional<ZonedDateTime> read(Object value, ZoneId zone) {
    return moment(value, clock(zone)).filter(moment -> write(moment).equals(value));
  }

  private boolean reads(Object value, ZoneId zone) {
    return read(value, zone).isPresent();
  }

  private Optional<ZonedDateTime> moment(Object value, ZoneId clock) {
    try {
      return switch (value) {
        case Long number -> number(number).map(instant -> instant.atZone(clock));
        case String words when words.length() <= 40 -> Optional.ofNullable(text(words, clock));
        default -> Optional.empty();
      };
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private Optional<Instant> number(long number) {
    return switch (this) {
      case MILLIS -> Optional.of(Instant.ofEpochMilli(number)).filter(Form::isLikely);
      case SECONDS -> Optional.of(Instant.ofEpochSecond(number)).filter(Form::isLikely);
      case DATE, MONTH, DATE_TIME, LOCAL, UTC, UTC_MILLIS, DAY_UTC, DAY_UTC_MILLIS ->
          Optional.empty();
    };
  }

  private static boolean isLikely(Instant instant) {
    return instant.getEpochSecond() >= FIRST_SECOND && instant.getEpochSecond() <= LAST_SECOND;
  }

  private ZonedDateTime text(String words, ZoneId clock) {
    return switch (this) {
      case DATE -> LocalDate.parse(words, format).atStartOfDay(clock);
      case MONTH -> YearMonth.parse(words, format).atDay(1).atStartOfDay(clock);
      case DATE_TIME -> OffsetDateTime.parse(words, format).atZoneSameInstant(clock);
      case LOCAL -> LocalDateTime.parse(words, format).atZone(clock);
      case UTC, UTC_MILLIS, DAY_UTC, DAY_UTC_MILLIS ->
          LocalDateTime.parse(words, format).atZone(ZoneOffset.UTC).withZoneSameInstant(clock);
      case MILLIS, SECONDS -> throw new DateTimeException("a number is no text");
    };
  }
}
