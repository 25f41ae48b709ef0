package dev.liveartifacts.demo;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.quarkiverse.mcp.server.McpServer;
import jakarta.inject.Inject;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages("dev.liveartifacts.demo");

  @Test
  void features_do_not_depend_on_each_other_in_circles() {
    slices().matching("dev.liveartifacts.demo.(*)..").should().beFreeOfCycles().check(CLASSES);
  }

  @Test
  void nothing_is_injected_into_a_field() {
    fields().should().notBeAnnotatedWith(Inject.class).check(CLASSES);
  }

  @Test
  void only_tools_speak_mcp() {
    classes()
        .that()
        .areAnnotatedWith(McpServer.class)
        .should()
        .haveSimpleNameEndingWith("Tools")
        .check(CLASSES);
  }

  @Test
  void what_acme_is_does_not_know_the_platform() {
    classes()
        .that()
        .haveSimpleName("Acme")
        .or()
        .haveSimpleName("Deals")
        .or()
        .haveSimpleName("Books")
        .or()
        .haveSimpleName("Ledger")
        .or()
        .haveSimpleName("Diary")
        .or()
        .haveSimpleName("Portfolio")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage("java..", "dev.liveartifacts.demo..", "org.jspecify..")
        .check(CLASSES);
  }

  @Test
  void every_package_is_null_marked() {
    assertThat(CLASSES)
        .extracting(each -> each.getPackage())
        .allMatch(each -> each.isAnnotatedWith(NullMarked.class));
  }
}
