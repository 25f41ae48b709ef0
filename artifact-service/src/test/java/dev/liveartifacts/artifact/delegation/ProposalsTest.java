package dev.liveartifacts.artifact.delegation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.access.AllowedTool;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.schedule.Delegated;
import dev.liveartifacts.artifact.schedule.RecordedCall;
import dev.liveartifacts.artifact.schedule.SeenCall;
import dev.liveartifacts.contracts.relative.RelativeArgument;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ProposalsTest {
  private static final UUID CRM = new UUID(0, 1);
  private static final Instant SATURDAY = Instant.parse("2026-11-21T09:00:00Z");
  private static final Instant FRIDAY = Instant.parse("2026-11-20T09:00:00Z");
  private static final List<AllowedTool> TOOLS =
      List.of(
          new AllowedTool("mcp__a__b", CRM, "crm", "Acme CRM", "list_deals", true, null, false));

  private final Proposals proposals = new Proposals(ZoneId.of("Europe/Berlin"), SATURDAY);

  @Test
  void dates_are_proposed_in_words_with_what_they_are_today() throws Exception {
    Proposal proposal =
        proposals.of(
            List.of(
                seen("{\"range\":{\"from\":\"2026-11-01\"},\"days\":[\"2026-11-21\"]}", SATURDAY)),
            TOOLS);

    Proposal.Call call = proposal.calls().getFirst();
    assertThat(call.connectorName()).isEqualTo("Acme CRM");
    assertThat(call.relative())
        .extracting(Proposal.Argument::path, Proposal.Argument::chosen)
        .containsExactly(tuple("/range/from", "month.start"), tuple("/days/0", "today"));
    assertThat(call.relative().getFirst().candidates().getFirst())
        .isEqualTo(new Proposal.Meaning("month.start", "first day of this month", "2026-11-01"));
  }

  @Test
  void what_the_page_does_not_ask_for_any_more_is_told_and_is_not_agreed_to_unseen()
      throws Exception {
    Proposal proposal =
        proposals.of(
            List.of(
                new SeenCall(call("{\"stage\":\"won\"}"), FRIDAY, FRIDAY, false),
                seen("{\"stage\":\"open\"}", SATURDAY)),
            TOOLS);

    assertThat(proposal.calls())
        .extracting(call -> call.arguments().toString(), Proposal.Call::current)
        .containsExactly(tuple("{\"stage\":\"won\"}", false), tuple("{\"stage\":\"open\"}", true));
    assertThat(Review.of(proposal))
        .extracting(call -> call.arguments().toString())
        .containsExactly("{\"stage\":\"open\"}");
  }

  @Test
  void a_page_that_made_no_call_when_it_was_opened_last_still_asks_for_what_it_asked_before()
      throws Exception {
    Proposal proposal =
        proposals.of(
            List.of(new SeenCall(call("{\"stage\":\"won\"}"), FRIDAY, FRIDAY, false)), TOOLS);

    assertThat(proposal.calls()).allMatch(Proposal.Call::current);
  }

  @Test
  void what_a_page_says_anew_each_day_is_one_call() throws Exception {
    Proposal proposal =
        proposals.of(
            List.of(
                seen("{\"day\":\"2026-11-20\",\"_cb\":1}", FRIDAY),
                seen("{\"stage\":\"open\"}", FRIDAY),
                seen("{\"day\":\"2026-11-21\",\"_cb\":2}", SATURDAY)),
            TOOLS);

    assertThat(proposal.calls())
        .extracting(call -> call.arguments().toString())
        .containsExactly("{\"stage\":\"open\"}", "{\"day\":\"2026-11-21\",\"_cb\":2}");
  }

  @Test
  void a_day_that_stayed_the_same_while_time_went_on_is_a_fixed_one() throws Exception {
    SeenCall call = new SeenCall(call("{\"day\":\"2026-11-20\"}"), FRIDAY, SATURDAY, true);

    assertThat(proposals.of(List.of(call), TOOLS).calls().getFirst().relative()).isEmpty();
  }

  @Test
  void the_pages_own_cache_busters_are_no_times() throws Exception {
    String now = Long.toString(SATURDAY.toEpochMilli());
    Proposal proposal = proposals.of(List.of(seen("{\"_cb\":" + now + "}", SATURDAY)), TOOLS);

    assertThat(proposal.calls().getFirst().relative()).isEmpty();
  }

  @Test
  void without_a_word_of_the_owner_the_proposal_is_delegated_as_it_is() throws Exception {
    Proposal proposal = proposals.of(List.of(seen("{\"from\":\"2026-11-01\"}", SATURDAY)), TOOLS);

    assertThat(Review.of(proposal))
        .extracting(Delegated.Call::relative)
        .containsExactly(List.of(new RelativeArgument("/from", "month.start")));
  }

  @Test
  void row_13_exactly_what_the_owner_agreed_to_is_delegated() throws Exception {
    Proposal proposal =
        proposals.of(
            List.of(
                seen("{\"from\":\"2026-11-01\",\"to\":\"2026-11-21\"}", SATURDAY),
                seen("{\"stage\":\"open\"}", SATURDAY)),
            TOOLS);
    Review.Call agreed =
        new Review.Call(
            proposal.calls().getFirst().key(),
            List.of(new Review.Argument("/from", null), new Review.Argument("/to", "today+0d")));

    List<Delegated.Call> delegated = Review.of(proposal, List.of(agreed));

    assertThat(delegated).hasSize(1);
    assertThat(delegated.getFirst().relative())
        .containsExactly(new RelativeArgument("/to", "today"));
    assertThat(delegated.getFirst().arguments())
        .hasToString("{\"from\":\"2026-11-01\",\"to\":\"2026-11-21\"}");
  }

  @Test
  void a_call_that_the_page_does_not_make_cannot_be_agreed_to() throws Exception {
    Proposal proposal = proposals.of(List.of(seen("{}", SATURDAY)), TOOLS);

    assertThatThrownBy(() -> Review.of(proposal, List.of(new Review.Call("other", null))))
        .isInstanceOf(ProblemException.class);
  }

  @Test
  void an_expression_that_nobody_can_read_is_refused() throws Exception {
    Proposal proposal = proposals.of(List.of(seen("{\"from\":\"2026-11-01\"}", SATURDAY)), TOOLS);
    Review.Call agreed =
        new Review.Call(
            proposal.calls().getFirst().key(), List.of(new Review.Argument("/from", "someday")));

    assertThatThrownBy(() -> Review.of(proposal, List.of(agreed)))
        .isInstanceOf(ProblemException.class)
        .hasMessageContaining("someday");
  }

  private static SeenCall seen(String arguments, Instant at) throws Exception {
    return new SeenCall(call(arguments), at, at, true);
  }

  private static RecordedCall call(String arguments) throws Exception {
    return RecordedCall.of(
        CRM, "list_deals", (ObjectNode) JsonMapper.builder().build().readTree(arguments));
  }
}
