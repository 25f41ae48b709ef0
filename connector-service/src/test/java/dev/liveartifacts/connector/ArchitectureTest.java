package dev.liveartifacts.connector;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** The table of the architecture, kept true. */
class ArchitectureTest {
  private static final String ROOT = "dev.liveartifacts.connector";
  private static final JavaClasses MAIN =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages(ROOT);

  @Test
  void features_do_not_depend_on_each_other_in_circles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(MAIN);
  }

  @Test
  void panache_stays_in_rows_and_stores() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Row")
        .and()
        .haveSimpleNameNotEndingWith("Store")
        .and()
        .haveSimpleNameNotEndingWith("UnitOfWork")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.quarkus.hibernate..")
        .check(MAIN);
  }

  @Test
  void redis_stays_in_caches() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Cache")
        .and()
        .haveSimpleNameNotEndingWith("Health")
        .and()
        .resideOutsideOfPackage(ROOT + ".replica")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("io.vertx.redis..")
        .check(MAIN);
  }

  @Test
  void messages_stay_in_consumers_and_publishers() {
    noClasses()
        .that()
        .haveSimpleNameNotEndingWith("Consumer")
        .and()
        .haveSimpleNameNotEndingWith("Publisher")
        .and()
        .haveSimpleNameNotEndingWith("Health")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(
            "io.smallrye.reactive.messaging..", "org.eclipse.microprofile.reactive..")
        .check(MAIN);
  }

  @Test
  void http_comes_in_through_resources_alone() {
    classes()
        .that()
        .areAnnotatedWith("jakarta.ws.rs.Path")
        .should()
        .haveSimpleNameEndingWith("Resource")
        .check(MAIN);
  }

  @Test
  void every_resource_says_who_may_use_it() {
    classes()
        .that()
        .haveSimpleNameEndingWith("Resource")
        .should()
        .beAnnotatedWith("jakarta.annotation.security.RolesAllowed")
        .check(MAIN);
  }

  @Test
  void outgoing_requests_start_in_one_place() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ROOT + ".mcp.wire", ROOT + ".egress", ROOT + ".fetch")
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("io.vertx.core.http.HttpClient")
        .check(MAIN);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("java.net.http..", "io.vertx.ext.web.client..")
        .check(MAIN);
  }

  @Test
  void row_9_no_person_can_configure_a_command_to_run() {
    noClasses()
        .should()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.lang.ProcessBuilder")
        .orShould()
        .callMethod("java.lang.Runtime", "exec", "[Ljava.lang.String;")
        .orShould()
        .callMethod("java.lang.Runtime", "exec", "java.lang.String")
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("javax.script..")
        .check(MAIN);
  }

  @Test
  void nothing_is_injected_into_fields() {
    fields().should().notBeAnnotatedWith("jakarta.inject.Inject").check(MAIN);
  }

  @Test
  void nobody_waits() {
    noClasses()
        .should()
        .callMethod("io.smallrye.mutiny.Uni", "await")
        .orShould()
        .callMethod("io.smallrye.mutiny.Multi", "await")
        .orShould()
        .callMethod("java.lang.Thread", "sleep", "long")
        .orShould()
        .callMethod("java.util.concurrent.CompletableFuture", "join")
        .orShould()
        .callMethod("java.util.concurrent.CompletableFuture", "get")
        .check(MAIN);
  }

  @Test
  void the_time_comes_from_a_clock() {
    noClasses()
        .should()
        .callMethod("java.time.Instant", "now")
        .orShould()
        .callMethod("java.lang.System", "currentTimeMillis")
        .check(MAIN);
  }

  @Test
  void names_say_what_a_class_is() {
    noClasses()
        .should()
        .haveNameMatching(".*(Util|Utils|Helper|Manager|Impl)(\\$.*)?")
        .orShould()
        .haveNameMatching(".*\\.Abstract[A-Z].*")
        .check(MAIN);
  }

  @Test
  void every_package_is_null_marked() {
    assertThat(MAIN.getPackage(ROOT).getSubpackagesInTree())
        .filteredOn(java -> !java.getClasses().isEmpty())
        .allMatch(ArchitectureTest::isNullMarked);
  }

  private static boolean isNullMarked(JavaPackage java) {
    return java.isAnnotatedWith(NullMarked.class);
  }
}
