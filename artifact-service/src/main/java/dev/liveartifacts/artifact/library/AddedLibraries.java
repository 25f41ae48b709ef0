package dev.liveartifacts.artifact.library;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Libraries from a folder that an administrator names: scripts and styles in {@code
 * package@version/}, as npm packs them. Everything else in the folder is passed over.
 */
final class AddedLibraries {
  private static final int MOST_FILES = 1_000;
  private static final long MOST_BYTES = 64L * 1024 * 1024;
  private static final int DEEPEST = 12;
  private static final Map<String, String> TYPES =
      Map.of("js", "text/javascript; charset=utf-8", "css", "text/css; charset=utf-8");
  private static final String STEP = "[A-Za-z0-9@_-][A-Za-z0-9@._-]*";
  private static final Pattern PLACE =
      Pattern.compile(
          "(?<name>(?:@[a-z0-9._-]+/)?[a-z0-9._-]+)@(?<version>\\d+\\.\\d+\\.\\d+[A-Za-z0-9.+-]*)"
              + "/(?<file>(?:%1$s/)*%1$s\\.(?<kind>js|css))".formatted(STEP));

  /** Of one version's files the first is what an address without a file means. */
  private static final Comparator<Library> BEST_FIRST =
      Comparator.<Library, Boolean>comparing(library -> !library.isMain())
          .thenComparing(library -> library.file().length())
          .thenComparing(Library::path);

  private AddedLibraries() {}

  /**
   * Reads a folder whole.
   *
   * @throws IllegalStateException in words, if it is no folder, cannot be read, or holds too much
   */
  static Map<Library, byte[]> in(Path folder) {
    Map<Library, byte[]> libraries = new TreeMap<>(BEST_FIRST);
    long bytes = 0;
    try {
      for (Path file : files(folder)) {
        bytes += Files.size(file);
        if (bytes > MOST_BYTES) {
          throw refused(folder, "holds more than 64 MiB. Leave there what pages use");
        }
        add(libraries, folder.relativize(file).toString().replace('\\', '/'), file);
      }
    } catch (IOException | UncheckedIOException e) {
      throw refused(folder, "is no folder that can be read (" + e.getMessage() + ")");
    }
    return libraries;
  }

  private static List<Path> files(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder, DEEPEST)) {
      List<Path> files = all.filter(Files::isRegularFile).limit(MOST_FILES + 1L).toList();
      if (files.size() > MOST_FILES) {
        throw refused(folder, "holds more than " + MOST_FILES + " files. Leave what pages use");
      }
      return files;
    }
  }

  private static void add(Map<Library, byte[]> libraries, String path, Path file)
      throws IOException {
    Matcher place = PLACE.matcher(path);
    if (place.matches()) {
      byte[] bytes = Files.readAllBytes(file);
      libraries.put(library(place, path, bytes), bytes);
    }
  }

  private static Library library(Matcher place, String path, byte[] bytes) {
    return new Library(
        place.group("name"),
        place.group("version"),
        place.group("file"),
        path,
        sha384(bytes),
        TYPES.getOrDefault(place.group("kind"), ""));
  }

  private static String sha384(byte[] bytes) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-384").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static IllegalStateException refused(Path folder, String why) {
    return new IllegalStateException(
        "live.libraries.folder is '" + folder + "', which " + why + ".");
  }
}
