package dev.liveartifacts.artifact.library;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The shelf's files on the class path, where the web app's build has put them. */
@Singleton
class ShelfFiles {
  private static final String ROOT = "META-INF/resources/shelf/";

  private final Shelf shelf;
  private final Map<String, Library> byPath;
  private final Map<String, Optional<byte[]>> read = new ConcurrentHashMap<>();

  ShelfFiles(ObjectMapper json) {
    this.shelf = new Shelf(index(json));
    this.byPath =
        shelf.libraries().stream()
            .collect(Collectors.toMap(Library::path, Function.identity(), (one, other) -> one));
  }

  @Produces
  @Singleton
  Shelf shelf() {
    return shelf;
  }

  Optional<Library> at(String path) {
    return Optional.ofNullable(byPath.get(path));
  }

  /**
   * Reads a file, from the class path the first time.
   *
   * @param suffix how it is compressed: {@code .br}, {@code .gz} or nothing
   */
  Optional<byte[]> bytes(Library library, String suffix) {
    return read.computeIfAbsent(ROOT + library.path() + suffix, ShelfFiles::load);
  }

  private static List<Library> index(ObjectMapper json) {
    byte[] index =
        load(ROOT + "index.json")
            .orElseThrow(() ->
                new IllegalStateException(
                    "This build has no libraries for pages: build it with the web app."));
    try {
      return json.readValue(index, new TypeReference<>() {});
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Optional<byte[]> load(String resource) {
    try (@Nullable InputStream in =
        ShelfFiles.class.getClassLoader().getResourceAsStream(resource)) {
      return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
