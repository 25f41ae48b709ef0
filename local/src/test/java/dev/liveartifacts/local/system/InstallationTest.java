package dev.liveartifacts.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallationTest {
  @TempDir Path directory;
  private Path source;
  private Installation installation;

  @BeforeEach
  void build() throws IOException {
    source = directory.resolve("built");
    Files.createDirectories(source.resolve("lib"));
    Files.writeString(source.resolve("run.jar"), "first");
    Files.writeString(source.resolve("lib/library.jar"), "library");
    installation = new Installation(source, directory.resolve("shelf"));
  }

  @Test
  void what_runs_stays_when_a_build_replaces_it() throws IOException {
    Path installed = installation.directory();

    Files.delete(source.resolve("run.jar"));

    assertThat(installed.resolve("run.jar")).hasContent("first");
    assertThat(installed.resolve("lib/library.jar")).hasContent("library");
  }

  @Test
  void an_unchanged_application_is_found_again_with_what_was_left_in_it() throws IOException {
    Path installed = installation.directory();
    Files.writeString(installed.resolve("classes.jsa"), "archive");

    assertThat(installation.directory().resolve("classes.jsa")).exists();
  }

  @Test
  void a_new_build_replaces_the_old_installation() throws IOException {
    Path old = installation.directory();
    Files.delete(source.resolve("run.jar"));
    Files.writeString(source.resolve("run.jar"), "the second");

    assertThat(installation.directory().resolve("run.jar")).hasContent("the second");
    assertThat(old).doesNotExist();
  }
}
