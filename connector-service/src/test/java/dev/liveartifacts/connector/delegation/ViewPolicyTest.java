package dev.liveartifacts.connector.delegation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.connector.call.Call;
import dev.liveartifacts.connector.json.ExactJson;
import dev.liveartifacts.connector.person.Person;
import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import dev.liveartifacts.contracts.call.Freshness;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ViewPolicyTest {
  private static final UUID CRM = UUID.fromString("0b0e0000-0000-4000-8000-000000000001");
  private static final UUID ERP = UUID.fromString("0b0e0000-0000-4000-8000-000000000002");
  private static final UUID ARTIFACT = UUID.fromString("0b0e0000-0000-4000-8000-0000000000a1");
  private static final UUID DELEGATION = UUID.fromString("0b0e0000-0000-4000-8000-0000000000d1");
  private static final Person VIEWER = Person.of("http://sign.in", "ben", false);

  /** 21 November in Berlin, still the 20th in New York. */
  private static final Instant NOW = Instant.parse("2026-11-20T23:30:00Z");

  private static final DelegatedCall WON = call("{\"stage\":\"won\",\"limit\":10}");

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"stage\":\"won\",\"limit\":10}",
        "{\"limit\":10,\"stage\":\"won\"}",
        "{\"limit\":10.0,\"stage\":\"won\"}",
        "{\"limit\":10,\"stage\":\"won\",\"_cb\":17}",
      })
  void the_recorded_call_is_made_as_it_was_recorded(String arguments) {
    assertThat(made(arguments, WON))
        .hasValueSatisfying(make -> {
          assertThat(make.ownerId()).isEqualTo("owner");
          assertThat(make.call().arguments()).hasToString("{\"stage\":\"won\",\"limit\":10}");
          assertThat(make.call().confirmed()).isFalse();
          assertThat(make.call().grantedHash()).isEqualTo("h1");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{}",
        "{\"stage\":\"won\"}",
        "{\"stage\":\"lost\",\"limit\":10}",
        "{\"stage\":\"won\",\"limit\":11}",
        "{\"stage\":\"won\",\"limit\":\"10\"}",
        "{\"stage\":\"won\",\"limit\":10,\"owner\":\"all\"}",
        "{\"stage\":[\"won\"],\"limit\":10}",
        "{\"stage\":\"won\",\"limit\":null}",
        "{\"stage\":\"won \",\"limit\":10}",
        "{\"stage\":\"\\ud800\",\"limit\":10}",
      })
  void row_13_a_viewer_on_a_delegation_cannot_change_the_arguments(String arguments) {
    assertThat(refused(arguments, WON)).contains("exactly the recorded arguments");
  }

  @Test
  void row_13_neither_another_tool_nor_another_connector_is_asked() {
    assertThat(refused(ask(CRM, "list_people", WON.arguments()), until(null, WON)))
        .contains("does not share what \"list_people\" answers");
    assertThat(refused(ask(ERP, "list_deals", WON.arguments()), until(null, WON)))
        .contains("does not share");
  }

  @Test
  void what_is_not_there_or_for_another_artifact_or_has_ended_is_refused() {
    ViewRequest asked = ask(CRM, "list_deals", WON.arguments());
    ViewDelegation foreign =
        new ViewDelegation(
            DELEGATION, UUID.randomUUID(), "owner", List.of(WON), ZoneId.of("UTC"), null);

    assertThat(error(ViewPolicy.of(asked, Optional.empty(), NOW)).code())
        .isEqualTo(ErrorCode.NOT_GRANTED);
    assertThat(refused(asked, foreign)).contains("any more");
    assertThat(refused(asked, until(NOW, WON))).contains("any more");
    assertThat(ViewPolicy.of(asked, Optional.of(until(NOW.plusMillis(1), WON)), NOW))
        .isInstanceOf(ViewPolicy.Make.class);
  }

  @ParameterizedTest
  @CsvSource({
    // what the page sends on the 21st in Berlin, and whether that is what was recorded
    "2026-11-21, true",
    "2026-11-20, false",
    "2026-11-22, false",
    "2026-11-01, false",
    "today, false",
  })
  void a_relative_argument_has_the_value_of_today_in_the_owners_zone(String day, boolean recorded) {
    DelegatedCall since =
        call("{\"since\":\"2026-11-01\"}", new RelativeArgument("/since", "today"));

    assertThat(made("{\"since\":\"" + day + "\"}", since).isPresent()).isEqualTo(recorded);
  }

  @Test
  void at_midnight_the_days_of_both_clocks_are_todays() {
    DelegatedCall since =
        call("{\"since\":\"2026-11-01\"}", new RelativeArgument("/since", "today"));
    Instant midnight = Instant.parse("2026-11-20T23:00:30Z");

    assertThat(ViewPolicy.of(asked("{\"since\":\"2026-11-20\"}"), shown(since), midnight))
        .isInstanceOfSatisfying(
            ViewPolicy.Make.class,
            make -> assertThat(make.call().arguments()).hasToString("{\"since\":\"2026-11-20\"}"));
  }

  @ParameterizedTest
  @CsvSource({
    "2026-11-20T23:31:00.000Z, true",
    "2026-11-20T23:28:30.000Z, true",
    "2026-11-20T22:30:00.000Z, false",
    "nonsense, false",
  })
  void now_is_a_few_minutes_long_and_the_moment_that_is_sent_is_ours(String at, boolean recorded) {
    DelegatedCall until =
        call(
            "{\"until\":\"2026-11-01T10:00:00.000Z\"}",
            new RelativeArgument("/until", "now:utc-millis"));

    Optional<ViewPolicy.Make> made = made("{\"until\":\"" + at + "\"}", until);

    assertThat(made.isPresent()).isEqualTo(recorded);
    made.ifPresent(make ->
        assertThat(make.call().arguments())
            .hasToString("{\"until\":\"2026-11-20T23:30:00.000Z\"}"));
  }

  @Test
  void a_number_of_seconds_may_be_now_and_one_that_overflows_is_not() {
    DelegatedCall until =
        call("{\"until\":1793487600}", new RelativeArgument("/until", "now:seconds"));

    assertThat(made("{\"until\":" + (NOW.getEpochSecond() - 60) + "}", until)).isPresent();
    assertThat(made("{\"until\":" + (NOW.getEpochSecond() - 600) + "}", until)).isEmpty();
    assertThat(made("{\"until\":-9223372036854775808}", until)).isEmpty();
    assertThat(made("{\"until\":99999999999999999999999}", until)).isEmpty();
  }

  @Test
  void several_calls_of_one_tool_are_told_apart_by_their_arguments() {
    DelegatedCall lost = call("{\"stage\":\"lost\"}");

    assertThat(made("{\"stage\":\"lost\"}", WON, lost))
        .hasValueSatisfying(
            make -> assertThat(make.call().arguments()).hasToString("{\"stage\":\"lost\"}"));
  }

  private static Optional<ViewPolicy.Make> made(String arguments, DelegatedCall... calls) {
    return ViewPolicy.of(asked(arguments), shown(calls), NOW) instanceof ViewPolicy.Make make
        ? Optional.of(make)
        : Optional.empty();
  }

  private static String refused(String arguments, DelegatedCall... calls) {
    return refused(asked(arguments), until(null, calls));
  }

  private static String refused(ViewRequest asked, ViewDelegation shown) {
    return error(ViewPolicy.of(asked, Optional.of(shown), NOW)).message();
  }

  private static CallError error(ViewPolicy policy) {
    assertThat(policy).isInstanceOf(ViewPolicy.Refuse.class);
    return ((ViewPolicy.Refuse) policy).error();
  }

  private static Optional<ViewDelegation> shown(DelegatedCall... calls) {
    return Optional.of(until(null, calls));
  }

  private static ViewDelegation until(@Nullable Instant end, DelegatedCall... calls) {
    return new ViewDelegation(
        DELEGATION, ARTIFACT, "owner", List.of(calls), ZoneId.of("Europe/Berlin"), end);
  }

  private static ViewRequest asked(String arguments) {
    return ask(CRM, "list_deals", json(arguments));
  }

  private static ViewRequest ask(UUID connector, String tool, ObjectNode arguments) {
    Call call = new Call(connector, tool, arguments, Freshness.LIVE, true, "h1", true);
    return new ViewRequest(DELEGATION, ARTIFACT, VIEWER, call);
  }

  private static DelegatedCall call(String arguments, RelativeArgument... relative) {
    return new DelegatedCall(CRM, "list_deals", json(arguments), List.of(relative));
  }

  private static ObjectNode json(String text) {
    try {
      return ExactJson.object(text);
    } catch (JsonProcessingException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
