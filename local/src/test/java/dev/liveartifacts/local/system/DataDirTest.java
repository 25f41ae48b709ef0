package dev.liveartifacts.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataDirTest {
  @TempDir Path directory;

  @Test
  void somebody_elses_directory_is_refused_and_never_erased() throws IOException {
    Path precious = Files.writeString(directory.resolve("thesis.txt"), "years of work");
    DataDir dataDir = new DataDir(directory);

    dataDir.erase();

    assertThatThrownBy(dataDir::open).hasMessageContaining("holds other files");
    assertThat(precious).exists();
  }

  @Test
  void our_own_directory_is_erased_whole() {
    DataDir dataDir = new DataDir(directory.resolve("data"));
    dataDir.open();
    dataDir.secret("key");

    dataDir.erase();

    assertThat(dataDir.path()).doesNotExist();
  }

  @Test
  void a_secret_is_the_same_at_every_start() {
    DataDir dataDir = new DataDir(directory.resolve("data"));
    dataDir.open();

    assertThat(dataDir.secret("key"))
        .isEqualTo(dataDir.secret("key"))
        .isNotEqualTo(dataDir.secret("other"));
  }
}
