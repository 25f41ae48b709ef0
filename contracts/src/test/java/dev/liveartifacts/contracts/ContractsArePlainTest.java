package dev.liveartifacts.contracts;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

class ContractsArePlainTest {
  private static final JavaClasses CONTRACTS =
      new ClassFileImporter()
          .withImportOption(new ImportOption.DoNotIncludeTests())
          .importPackages("dev.liveartifacts.contracts");

  @Test
  void contracts_need_nothing_but_java_and_the_names_of_json_fields() {
    classes()
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "java..",
            "dev.liveartifacts.contracts..",
            "com.fasterxml.jackson.annotation..",
            "org.jspecify..")
        .check(CONTRACTS);
  }

  @Test
  void features_of_the_contract_do_not_depend_on_each_other_in_circles() {
    slices()
        .matching("dev.liveartifacts.contracts.(*)..")
        .should()
        .beFreeOfCycles()
        .check(CONTRACTS);
  }
}
