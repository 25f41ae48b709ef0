package dev.liveartifacts.artifact;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noConstructors;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import io.vertx.sqlclient.SqlClient;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Keeps the table in architecture.md true. */
class ArchitectureTest {
  private static final String ROOT = "dev.liveartifacts.artifact";
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  @Test
  void features_do_not_depend_on_one_another_in_circles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void the_database_is_reached_from_rows_and_stores_alone() {
    noClasses()
        .that(areNotCalled("Row", "Store"))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.quarkus.hibernate.reactive..",
            "jakarta.persistence..",
            "io.vertx.mutiny.sqlclient..")
        .check(CLASSES);
  }

  @Test
  void only_the_listener_for_changes_holds_a_connection_of_its_own() {
    noClasses()
        .that(areNotCalled("ChangeListener"))
        .should()
        .dependOnClassesThat()
        .areAssignableTo(SqlClient.class)
        .check(CLASSES);
  }

  @Test
  void messages_come_in_through_consumers_and_go_out_through_publishers() {
    noClasses()
        .that(areNotCalled("Consumer", "Publisher"))
        .should()
        .dependOnClassesThat()
        .resideInAPackage("org.eclipse.microprofile.reactive.messaging..")
        .check(CLASSES);
  }

  @Test
  void http_comes_in_through_resources() {
    noClasses()
        .that(areNotCalled("Resource", "Filter", "Mapper"))
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("jakarta.ws.rs.Path")
        .check(CLASSES);
  }

  @Test
  void decisions_about_pages_and_access_know_no_framework() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".html..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("io.quarkus..", "io.vertx..", "jakarta..", "io.smallrye..")
        .check(CLASSES);
  }

  @Test
  void nothing_is_injected_into_fields() {
    noFields().should().beAnnotatedWith("jakarta.inject.Inject").check(CLASSES);
    noConstructors()
        .that()
        .arePrivate()
        .should()
        .beAnnotatedWith("jakarta.inject.Inject")
        .check(CLASSES);
  }

  @Test
  void nothing_waits_for_a_result() {
    noClasses().should().callMethodWhere(isNamed("await")).check(CLASSES);
  }

  @Test
  void every_package_is_null_marked() {
    classes().should(liveInANullMarkedPackage()).check(CLASSES);
  }

  private static DescribedPredicate<JavaClass> areNotCalled(String... suffixes) {
    return DescribedPredicate.describe(
        "are not called *" + String.join(", *", suffixes),
        type ->
            java.util.Arrays.stream(suffixes).noneMatch(outermost(type).getSimpleName()::endsWith));
  }

  private static JavaClass outermost(JavaClass type) {
    return type.getEnclosingClass().map(ArchitectureTest::outermost).orElse(type);
  }

  private static DescribedPredicate<com.tngtech.archunit.core.domain.JavaMethodCall> isNamed(
      String name) {
    return DescribedPredicate.describe("is " + name + "()", call -> call.getName().equals(name));
  }

  private static ArchCondition<JavaClass> liveInANullMarkedPackage() {
    return new ArchCondition<>("live in a @NullMarked package") {
      @Override
      public void check(JavaClass type, ConditionEvents events) {
        events.add(
            new SimpleConditionEvent(
                type,
                type.getPackage().isAnnotatedWith(NullMarked.class),
                type.getPackageName() + " is not @NullMarked"));
      }
    };
  }
}
