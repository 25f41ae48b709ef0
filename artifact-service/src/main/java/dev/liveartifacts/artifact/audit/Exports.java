package dev.liveartifacts.artifact.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * The log as JSON lines, a page at a time: the next one is only read when the one before it is on
 * its way, so that whoever takes it slowly holds up nobody. Thread-safe.
 */
@Singleton
class Exports {
  private static final int PAGE = 1_000;
  private static final int AT_ONCE = 3;

  private final EntryStore entries;
  private final ObjectMapper json;
  private final Semaphore places = new Semaphore(AT_ONCE);

  Exports(EntryStore entries, ObjectMapper json) {
    this.entries = entries;
    this.json = json;
  }

  Multi<byte[]> of(Search search) throws ProblemException {
    if (!places.tryAcquire()) {
      throw Problems.unavailable(
          "The audit log is being exported several times right now. Try again when that is done.");
    }
    AtomicBoolean released = new AtomicBoolean();
    return pages(search)
        .map(this::lines)
        .onTermination()
        .invoke(() -> {
          if (released.compareAndSet(false, true)) {
            places.release();
          }
        });
  }

  private Multi<List<Kept>> pages(Search search) {
    AtomicReference<Search> rest = new AtomicReference<>(search);
    return Multi.createBy()
        .repeating()
        .uni(() -> page(rest))
        .whilst(page -> page.size() == PAGE)
        .filter(page -> !page.isEmpty());
  }

  private Uni<List<Kept>> page(AtomicReference<Search> rest) {
    return entries
        .find(rest.get(), PAGE)
        .invoke(found -> {
          if (!found.isEmpty()) {
            rest.updateAndGet(search -> search.before(found.getLast().place()));
          }
        });
  }

  /** What ends the last one comes with the stream. */
  private byte[] lines(List<Kept> page) {
    return page.stream()
        .map(this::line)
        .collect(Collectors.joining("\n"))
        .getBytes(StandardCharsets.UTF_8);
  }

  private String line(Kept entry) {
    try {
      return json.writeValueAsString(entry);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }
}
