package dev.liveartifacts.artifact.publication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.publication.review.Field;
import dev.liveartifacts.artifact.publication.review.Fields;
import dev.liveartifacts.artifact.publication.review.Reduction;
import dev.liveartifacts.artifact.snapshot.ContentStore;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes of a draft and its owner's choice what visitors get. */
@Singleton
class Copying {
  private static final long MOST_CHARACTERS = 16L * 1024 * 1024;
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final ContentStore contents;

  Copying(ContentStore contents) {
    this.contents = contents;
  }

  /** A copy, and what was decided about each call of the draft that had data. */
  record Copied(Copy copy, List<Reviewed> review) {}

  /** The draft's calls with their fields, one after the other. */
  Uni<List<DraftView.Call>> looked(Draft draft) {
    return Multi.createFrom()
        .iterable(draft.calls())
        .onItem()
        .transformToUniAndConcatenate(
            call -> read(call).map(result -> DraftView.Call.of(call, fields(result))))
        .collect()
        .asList();
  }

  Uni<Copied> of(Draft draft, Choice choice, Facts facts, String title) {
    Map<Integer, Set<String>> paths = choice.byPosition();
    AtomicLong room = new AtomicLong(MOST_CHARACTERS);
    return Multi.createFrom()
        .iterable(draft.calls().stream().filter(call -> call.content() != null).toList())
        .onItem()
        .transformToUniAndConcatenate(call ->
            read(call)
                .map(result ->
                    piece(call, result, paths.getOrDefault(call.position(), Set.of()), room)))
        .collect()
        .asList()
        .map(pieces -> copied(draft, pieces, facts, title));
  }

  private Uni<Optional<byte[]>> read(Draft.Call call) {
    String content = call.content();
    return content == null
        ? Uni.createFrom().item(Optional.empty())
        : contents.read(content).map(Optional::of).emitOn(Infrastructure.getDefaultWorkerPool());
  }

  private static Fields fields(Optional<byte[]> result) {
    return result.map(Fields::of).orElseGet(() -> new Fields(List.of(), false, List.of()));
  }

  /** A path that names no field of the result counts for nothing. */
  private static Piece piece(
      Draft.Call call, Optional<byte[]> result, Set<String> paths, AtomicLong room) {
    List<Field> fields = fields(result).fields();
    List<String> kept = fields.stream().map(Field::path).filter(paths::contains).toList();
    Optional<String> reduced =
        result.flatMap(bytes -> Reduction.of(bytes, kept)).map(ObjectNode::toString);
    if (room.addAndGet(-reduced.map(String::length).orElse(0)) < 0) {
      throw Problems.tooLarge(
          "A frozen copy holds 16 MiB of data at most. Drop fields or calls that it does not"
              + " need.");
    }
    return new Piece(
        reduced.map(json -> Copy.Call.of(call, arguments(call), json)).orElse(null),
        new Reviewed(call.connector(), call.tool(), kept, fields.size() - kept.size()));
  }

  private static Copied copied(Draft draft, List<Piece> pieces, Facts facts, String title) {
    return new Copied(
        new Copy(
            title,
            draft.takenAt(),
            facts.tools().stream().map(Copy.Tool::of).toList(),
            pieces.stream().flatMap(piece -> Stream.ofNullable(piece.call())).toList()),
        pieces.stream().map(Piece::reviewed).toList());
  }

  private static ObjectNode arguments(Draft.Call call) {
    try {
      return Objects.requireNonNull(JSON.readValue(call.arguments(), ObjectNode.class));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private record Piece(Copy.@Nullable Call call, Reviewed reviewed) {}
}
