package dev.liveartifacts.demo.crm;

import dev.liveartifacts.demo.mcp.Period;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What is asked of a deal; without a stage, that it is open. */
record DealFilter(
    Optional<Stage> stage, @Nullable String owner, @Nullable String company, Period closing)
    implements Predicate<Deal> {
  @Override
  public boolean test(Deal deal) {
    return stage.map(deal.stage()::equals).orElse(deal.isOpen())
        && named(owner, deal.owner().fullName(), "")
        && named(company, deal.company().name(), deal.company().id())
        && closing.contains(deal.closeDate());
  }

  private static boolean named(@Nullable String asked, String name, String id) {
    return asked == null
        || asked.equalsIgnoreCase(id)
        || name.toLowerCase(Locale.ROOT).contains(asked.strip().toLowerCase(Locale.ROOT));
  }
}
