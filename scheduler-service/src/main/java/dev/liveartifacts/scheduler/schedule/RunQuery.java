package dev.liveartifacts.scheduler.schedule;

import dev.liveartifacts.scheduler.problem.Refusal;
import dev.liveartifacts.scheduler.run.RunSearch;
import dev.liveartifacts.scheduler.run.RunState;
import dev.liveartifacts.scheduler.run.RunTrigger;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Which runs somebody looks for, as the address says it. */
public class RunQuery {
  private static final int USUAL = 50;
  private static final int MOST = 200;

  @RestQuery @Nullable UUID artifactId;

  @RestQuery @Nullable UUID scheduleId;

  @Parameter(description = "Several are possible: state=failed&state=partly")
  @RestQuery
  @Nullable List<String> state;

  @Parameter(description = "Several are possible")
  @RestQuery
  @Nullable List<String> trigger;

  @Parameter(description = "Asked for at this moment or later: 2026-11-01T00:00:00Z")
  @RestQuery
  @Nullable String from;

  @Parameter(description = "Asked for before this moment")
  @RestQuery
  @Nullable String to;

  @Parameter(description = "The id of the last run of the page before")
  @RestQuery
  @Nullable UUID before;

  @Parameter(description = "1 to 200; 50 if not given")
  @RestQuery
  @Nullable Integer limit;

  @Nullable UUID before() {
    return before;
  }

  RunSearch firstPage(@Nullable String ownerId) {
    return new RunSearch(
        ownerId,
        artifactId,
        scheduleId,
        named(RunState.class, "state", state),
        named(RunTrigger.class, "trigger", trigger),
        moment("from", from),
        moment("to", to),
        null,
        limited());
  }

  static <E extends Enum<E>> List<E> named(
      Class<E> kind, String parameter, @Nullable List<String> names) {
    return names == null
        ? List.of()
        : names.stream().map(name -> named(kind, parameter, name)).toList();
  }

  /** The constant that is called so in JSON: in lower case. */
  static <E extends Enum<E>> E named(Class<E> kind, String parameter, String name) {
    return Arrays.stream(kind.getEnumConstants())
        .filter(each -> lowerCase(each).equals(name))
        .findFirst()
        .orElseThrow(() -> unknown(kind, parameter, name));
  }

  private static <E extends Enum<E>> Refusal unknown(Class<E> kind, String parameter, String name) {
    String known =
        Arrays.stream(kind.getEnumConstants())
            .map(RunQuery::lowerCase)
            .collect(Collectors.joining(", "));
    return invalid("“%s” is no %s of a run. Use one of: %s.".formatted(name, parameter, known));
  }

  private static String lowerCase(Enum<?> constant) {
    return constant.name().toLowerCase(Locale.ROOT);
  }

  private static @Nullable Instant moment(String parameter, @Nullable String text) {
    try {
      return text == null ? null : OffsetDateTime.parse(text).toInstant();
    } catch (DateTimeParseException e) {
      throw invalid(
          "“%s” does not work as “%s”: write a moment such as 2026-11-01T00:00:00Z."
              .formatted(text, parameter));
    }
  }

  private int limited() {
    if (limit != null && (limit < 1 || limit > MOST)) {
      throw invalid("“limit” is a number from 1 to %d.".formatted(MOST));
    }
    return limit == null ? USUAL : limit;
  }

  private static Refusal invalid(String detail) {
    return new Refusal(400, "invalid-request", "Something is missing or wrong", detail);
  }
}
