package dev.liveartifacts.artifact.authoring.claude;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

class SpentTest {
  @Test
  void what_claude_remembers_costs_a_tenth_and_what_it_memorises_a_quarter_more() {
    Spent spent = new Spent(100_000, 50_000, 1_000_000, 40_000);

    assertThat(spent.price(new BigDecimal("3"), new BigDecimal("15"))).isEqualByComparingTo("1.50");
    assertThat(spent.plus(spent).tokens()).isEqualTo(2 * spent.tokens());
  }
}
