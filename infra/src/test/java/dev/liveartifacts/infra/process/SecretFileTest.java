package dev.liveartifacts.infra.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretFileTest {
  @TempDir Path directory;

  @Test
  void a_secret_is_made_once_and_kept() {
    Path file = directory.resolve("secret");

    String first = SecretFile.readOrCreate(file, SecretFile::random);
    String second = SecretFile.readOrCreate(file, SecretFile::random);

    assertThat(first).hasSizeGreaterThan(40).isEqualTo(second);
  }

  @Test
  void only_the_owner_can_read_a_secret() throws IOException {
    Path file = directory.resolve("secret");

    SecretFile.readOrCreate(file, SecretFile::random);

    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
  }
}
