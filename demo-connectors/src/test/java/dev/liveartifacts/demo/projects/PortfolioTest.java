package dev.liveartifacts.demo.projects;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Moments;
import dev.liveartifacts.demo.crm.Deals;
import dev.liveartifacts.demo.crm.DealsAt;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PortfolioTest {
  static Stream<Acme> moments() {
    return Moments.some(25);
  }

  @ParameterizedTest
  @MethodSource("moments")
  void a_project_delivers_a_deal_that_was_won(Acme acme) {
    Deals deals = DealsAt.of(acme);

    List<Project> projects = Portfolio.of(acme, deals).projects();

    assertThat(projects).isNotEmpty();
    assertThat(projects).extracting(Project::deal).isSubsetOf(deals.won().toList());
  }

  @ParameterizedTest
  @MethodSource("moments")
  void the_counts_of_a_project_are_those_of_its_items(Acme acme) {
    for (Project project : projects(acme)) {
      long all = Stream.of(Status.values()).mapToLong(each -> project.count(each, acme)).sum();
      assertThat(all).isEqualTo(project.items().size());
      assertThat(project.overdue(acme)).isLessThanOrEqualTo(all - project.count(Status.DONE, acme));
    }
  }

  @ParameterizedTest
  @MethodSource("moments")
  void something_is_always_overdue_and_something_in_progress(Acme acme) {
    assertThat(projects(acme)).anyMatch(project -> project.overdue(acme) > 0);
    assertThat(projects(acme)).anyMatch(project -> project.status(acme) == Status.IN_PROGRESS);
  }

  private static List<Project> projects(Acme acme) {
    return Portfolio.of(acme, DealsAt.of(acme)).projects();
  }
}
