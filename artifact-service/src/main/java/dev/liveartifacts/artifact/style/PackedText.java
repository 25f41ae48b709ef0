package dev.liveartifacts.artifact.style;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Texts that come with this build. */
public final class PackedText {
  private PackedText() {}

  /**
   * @throws IllegalStateException if there is none
   */
  public static String of(String path) {
    return find(path)
        .orElseThrow(() -> new IllegalStateException("This build has no " + path + "."));
  }

  /** The text at a path of the class path, if there is one. */
  public static Optional<String> find(String path) {
    try (InputStream in = PackedText.class.getClassLoader().getResourceAsStream(path)) {
      return in == null
          ? Optional.empty()
          : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
