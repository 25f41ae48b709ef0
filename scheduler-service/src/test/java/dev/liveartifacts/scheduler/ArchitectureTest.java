package dev.liveartifacts.scheduler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import jakarta.inject.Inject;
import java.sql.Connection;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final String ROOT = "dev.liveartifacts.scheduler";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void features_do_not_depend_on_each_other_in_circles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void panache_is_used_in_rows_and_stores_alone() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Row")
        .and()
        .haveSimpleNameNotEndingWith("Store")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus.hibernate.reactive.panache", "org.hibernate..")
        .orShould()
        .dependOnClassesThat()
        .areAssignableTo(Connection.class)
        .check(MAIN);
  }

  @Test
  void messaging_is_used_in_consumers_and_publishers_alone() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Consumer")
        .and()
        .haveSimpleNameNotEndingWith("Publisher")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "org.eclipse.microprofile.reactive.messaging..", "io.smallrye.reactive.messaging..")
        .check(MAIN);
  }

  @Test
  void timetables_are_pure() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".cron")
        .should()
        .dependOnClassesThat()
        .resideOutsideOfPackages(ROOT + ".cron", "java..", "org.jspecify..")
        .orShould()
        .callMethod(java.time.Instant.class, "now")
        .check(MAIN);
  }

  @Test
  void time_comes_from_the_clock() {
    noClasses()
        .should()
        .callMethod(java.time.Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(MAIN);
  }

  @Test
  void nothing_is_injected_into_fields() {
    noFields().should().beAnnotatedWith(Inject.class).check(MAIN);
  }

  @Test
  void nobody_blocks_on_a_uni() {
    noClasses().should().callMethod(io.smallrye.mutiny.Uni.class, "await").check(MAIN);
  }

  @Test
  void names_say_what_things_are() {
    classes()
        .should()
        .haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl|Abstract\\w*|Dto)")
        .check(MAIN);
  }

  @Test
  void every_package_is_null_marked() {
    MAIN.stream()
        .map(type -> type.getPackage())
        .distinct()
        .forEach(
            each -> assertThat(each.isAnnotatedWith(NullMarked.class)).as(each.getName()).isTrue());
  }
}
