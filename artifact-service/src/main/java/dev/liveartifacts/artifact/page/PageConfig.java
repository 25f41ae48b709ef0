package dev.liveartifacts.artifact.page;

import com.fasterxml.jackson.annotation.JsonRawValue;
import dev.liveartifacts.artifact.html.LeftOut;
import dev.liveartifacts.artifact.library.Library;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the page runtime finds when it starts.
 *
 * @param artifactId null for a page that is not saved
 * @param storage JSON object, as it is kept
 */
record PageConfig(
    String appOrigin,
    String nonce,
    @Nullable UUID artifactId,
    String title,
    @JsonRawValue String storage,
    List<LeftOut> leftOut,
    List<AddedLibrary> libraries) {
  /** One version of a library that the page runtime does not know from its build. */
  record AddedLibrary(String name, String version, List<String> files) {}

  static List<AddedLibrary> libraries(List<Library> added) {
    Map<List<String>, List<String>> files =
        added.stream()
            .collect(
                Collectors.groupingBy(
                    library -> List.of(library.name(), library.version()),
                    LinkedHashMap::new,
                    Collectors.mapping(Library::file, Collectors.toList())));
    return files.entrySet().stream()
        .map(one ->
            new AddedLibrary(one.getKey().getFirst(), one.getKey().getLast(), one.getValue()))
        .toList();
  }
}
