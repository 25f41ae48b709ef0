package dev.liveartifacts.connector.shape;

import java.util.Comparator;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The list that matters in a result: the longest list of objects, else the longest list. Lists
 * inside lists do not count.
 */
public record Rows(String path, Source source, long count) {
  static Optional<Rows> of(Payload payload) {
    return lists("", payload.root())
        .max(Comparator.comparing(Candidate::objects).thenComparing(Candidate::count))
        .map(found -> new Rows(found.path(), payload.source(), found.count()));
  }

  private static Stream<Candidate> lists(String path, Branch branch) {
    Stream<Candidate> below =
        branch.fields().entrySet().stream()
            .flatMap(field -> lists(Names.below(path, field.getKey()), field.getValue()));
    Branch element = branch.elementSeen();
    return element == null ? below : Stream.concat(Stream.of(candidate(path, element)), below);
  }

  private static Candidate candidate(String path, Branch element) {
    long count = element.seen();
    return new Candidate(path, element.count(Kind.OBJECT) * 2 > count, count);
  }

  private record Candidate(String path, boolean objects, long count) {}
}
