package dev.liveartifacts.artifact.library;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The libraries that we serve ourselves. */
public record Shelf(List<Library> libraries) {
  public Shelf {
    libraries = List.copyOf(libraries);
  }

  /**
   * A file of ours that stands in for a public address.
   *
   * @param same true if it has the very bytes that the address promises
   */
  public record StandIn(Library library, boolean same) {}

  public Optional<StandIn> standIn(CdnAddress wanted) {
    Version version = Version.of(wanted.version());
    return libraries.stream()
        .filter(library -> library.name().equalsIgnoreCase(wanted.name()))
        .filter(library -> serves(library, wanted))
        .min(
            Comparator.<Library, Version>comparing(
                    library -> Version.of(library.version()), version.nearness())
                .thenComparing(library -> !library.file().equals(wanted.file())))
        .map(library -> new StandIn(library, same(library, wanted)));
  }

  private static boolean same(Library library, CdnAddress wanted) {
    return wanted.fromNpm()
        && library.version().equals(wanted.version())
        && library.file().equals(wanted.file());
  }

  private static boolean serves(Library library, CdnAddress wanted) {
    String file = wanted.file();
    return file == null ? library.script() : stem(library.file()).equals(stem(file));
  }

  /** What is left of a file's name when it does not matter how it was packed. */
  static String stem(String file) {
    String name = file.substring(file.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    return name.replaceAll("\\.(min|umd|global|iife|production|development)(?=\\.)", "");
  }
}
