package dev.liveartifacts.artifact.library;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.packing.Gzip;
import io.quarkus.runtime.Startup;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The shelf's files: those on the class path, where the web app's build has put them, and those
 * that an administrator has added. Of two that have the same place, the build's is served.
 */
@Startup
@Singleton
public class ShelfFiles {
  private static final String ROOT = "META-INF/resources/shelf/";

  private final Shelf shelf;
  private final List<Library> added;
  private final Map<String, Library> byPath;
  private final Map<String, Optional<byte[]>> read = new ConcurrentHashMap<>();

  ShelfFiles(ObjectMapper json, LibrariesConfig config) {
    Map<Library, byte[]> further = config.folder().map(AddedLibraries::in).orElse(Map.of());
    List<Library> built = index(json);
    this.added = List.copyOf(further.keySet());
    this.shelf = new Shelf(Stream.concat(built.stream(), added.stream()).toList());
    this.byPath =
        shelf.libraries().stream()
            .collect(Collectors.toMap(Library::path, Function.identity(), (one, other) -> one));
    further.forEach((library, bytes) -> keep(library, bytes, built));
  }

  @Produces
  @Singleton
  Shelf shelf() {
    return shelf;
  }

  /** Those that the page runtime does not know from its build. */
  public List<Library> added() {
    return added;
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

  private void keep(Library library, byte[] bytes, List<Library> built) {
    if (built.stream().noneMatch(other -> other.path().equals(library.path()))) {
      String resource = ROOT + library.path();
      read.put(resource + Encoding.NONE.suffix(), Optional.of(bytes));
      read.put(resource + Encoding.GZIP.suffix(), Optional.of(Gzip.pack(bytes)));
    }
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
