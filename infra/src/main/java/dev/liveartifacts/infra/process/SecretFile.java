package dev.liveartifacts.infra.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** A secret that is made once and kept in a file that only its owner can read (0600). */
public final class SecretFile {
  private static final SecureRandom RANDOM = new SecureRandom();

  private SecretFile() {}

  /** Reads the file, or makes the secret and writes it. */
  public static String readOrCreate(Path file, Supplier<String> make) {
    try {
      if (!Files.exists(file)) {
        Directories.createPrivate(Directories.of(file));
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, make.get());
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException("Could not keep a secret in " + file, e);
    }
  }

  /** 256 random bits, Base64 for URLs. */
  public static String random() {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes());
  }

  /** 256 random bits, plain Base64. */
  public static String randomKey() {
    return Base64.getEncoder().encodeToString(bytes());
  }

  private static byte[] bytes() {
    byte[] bytes = new byte[32];
    RANDOM.nextBytes(bytes);
    return bytes;
  }
}
