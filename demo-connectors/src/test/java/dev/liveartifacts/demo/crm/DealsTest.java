package dev.liveartifacts.demo.crm;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Moments;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DealsTest {
  private static final Acme ACME = new Acme(1, Instant.parse("2026-05-20T10:15:00Z"));

  static Stream<Acme> moments() {
    return Moments.some(25);
  }

  @ParameterizedTest
  @MethodSource("moments")
  void the_same_seed_and_instant_give_the_same_deals(Acme acme) {
    assertThat(DealsAt.of(acme)).isEqualTo(DealsAt.of(acme));
  }

  @ParameterizedTest
  @MethodSource("moments")
  void there_are_several_hundred_deals_of_known_companies(Acme acme) {
    List<Deal> deals = DealsAt.of(acme).all();

    assertThat(deals).hasSizeGreaterThan(300);
    assertThat(deals).extracting(Deal::company).isSubsetOf(acme.companies());
    assertThat(deals.stream().map(Deal::id).collect(Collectors.toSet())).hasSameSizeAs(deals);
  }

  @ParameterizedTest
  @MethodSource("moments")
  void an_open_deal_closes_today_or_later_and_a_closed_one_did(Acme acme) {
    for (Deal deal : DealsAt.of(acme).all()) {
      LocalDate today = acme.today();
      assertThat(deal.isOpen() ? deal.closeDate() : today)
          .isAfterOrEqualTo(deal.isOpen() ? today : deal.closeDate());
      assertThat(deal.closedAt() == null).isEqualTo(deal.isOpen());
      assertThat(deal.updatedAt()).isBetween(deal.createdAt(), acme.now());
    }
  }

  @ParameterizedTest
  @MethodSource("moments")
  void every_stage_has_deals(Acme acme) {
    assertThat(DealsAt.of(acme).all()).extracting(Deal::stage).contains(Stage.values());
  }

  @ParameterizedTest
  @MethodSource("moments")
  void the_pipeline_moves_within_a_minute(Acme acme) {
    Acme later = new Acme(acme.seed(), acme.now().plusSeconds(60));

    assertThat(DealsAt.of(later).open().toList()).isNotEqualTo(DealsAt.of(acme).open().toList());
  }

  @ParameterizedTest
  @MethodSource("moments")
  void a_closed_deal_does_not_change_any_more(Acme acme) {
    List<Deal> closed = DealsAt.of(acme).all().stream().filter(deal -> !deal.isOpen()).toList();

    assertThat(DealsAt.of(Moments.later(acme, 20)).all()).containsAll(closed);
  }

  @Test
  void a_move_by_hand_holds_from_then_on() {
    Deal deal = open();

    Deals after = Deals.of(ACME, Map.of(deal.number(), move(Stage.NEGOTIATION, 0)));
    Deals before = Deals.of(ACME, Map.of(deal.number(), move(Stage.NEGOTIATION, 60)));

    assertThat(after.find(deal.id()).orElseThrow().stage()).isEqualTo(Stage.NEGOTIATION);
    assertThat(before.find(deal.id())).contains(deal);
  }

  @Test
  void a_deal_won_by_hand_is_closed_at_that_instant() {
    Deal deal = open();

    Deal won =
        Deals.of(Moments.later(ACME, 200), Map.of(deal.number(), move(Stage.WON, 0)))
            .find(deal.id())
            .orElseThrow();

    assertThat(won.stage()).isEqualTo(Stage.WON);
    assertThat(won.closedAt()).isEqualTo(ACME.now());
    assertThat(won.closeDate()).isEqualTo(ACME.today());
    assertThat(won.amount()).isEqualTo(deal.amount());
  }

  @Test
  void a_deal_that_was_moved_still_closes_in_its_time() {
    Deal deal = open();

    Deals later =
        Deals.of(Moments.later(ACME, 200), Map.of(deal.number(), move(Stage.QUALIFIED, 0)));

    assertThat(later.find(deal.id()).orElseThrow().isOpen()).isFalse();
  }

  private static Deal open() {
    return DealsAt.of(ACME)
        .open()
        .filter(d -> d.stage() == Stage.DISCOVERY)
        .findFirst()
        .orElseThrow();
  }

  private static StageMove move(Stage stage, long secondsFromNow) {
    return new StageMove(stage, ACME.now().plusSeconds(secondsFromNow));
  }
}
