package dev.liveartifacts.connector.builtin.spreadsheet;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.connector.builtin.Workers;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.work.InFlight;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;

/** Files that have been read, kept in memory by connector and version as far as there is room. */
@ApplicationScoped
public class Workbooks {
  private static final Duration KEPT_UNUSED = Duration.ofMinutes(10);

  private final SpreadsheetStore store;
  private final SpreadsheetConfig config;
  private final Workers workers;
  private final Cache<Key, Workbook> read;
  private final InFlight<Key, Workbook> reading = new InFlight<>();

  public Workbooks(SpreadsheetStore store, SpreadsheetConfig config, Workers workers) {
    this.store = store;
    this.config = config;
    this.workers = workers;
    this.read =
        Caffeine.newBuilder()
            .maximumWeight(config.cellsInMemory())
            .weigher((Key key, Workbook book) -> (int) Math.min(book.cells(), Integer.MAX_VALUE))
            .expireAfterAccess(KEPT_UNUSED)
            .build();
  }

  /** A file that somebody uploads. Fails with {@link BadSpreadsheet} if it is none. */
  Uni<SpreadsheetFile> uploaded(String name, Path path) {
    return workers.runAlone(() -> {
      if (Files.size(path) > config.fileLimit()) {
        throw new BadSpreadsheet(
            "The file has more than " + (config.fileLimit() >> 20) + " MiB. Leave out some of it.");
      }
      return checked(SpreadsheetFile.uploaded(name, Files.readAllBytes(path)));
    });
  }

  /** A file that was fetched. Fails with {@link BadSpreadsheet} if it is none. */
  Uni<SpreadsheetFile> fetched(SpreadsheetFile file) {
    return workers.runAlone(() -> checked(file));
  }

  /** The content of a stored file. */
  Uni<Workbook> of(UUID connectorId, StoredFile file) {
    Key key = new Key(connectorId, file.version());
    Workbook known = read.getIfPresent(key);
    return known != null
        ? Uni.createFrom().item(known)
        : reading.join(key, () -> load(key, file).invoke(book -> read.put(key, book)));
  }

  private Uni<Workbook> load(Key key, StoredFile file) {
    return store
        .content(key.connectorId(), key.version())
        .chain(content -> {
          byte[] bytes = present(content);
          return workers.runAlone(() -> Workbook.read(file.fileName(), bytes, config));
        });
  }

  private static byte[] present(Optional<byte[]> content) {
    return content.orElseThrow(() ->
        new McpException(new McpFailure.Unreachable("was changed at this moment: ask again")));
  }

  private SpreadsheetFile checked(SpreadsheetFile file) {
    Workbook.read(file.name(), file.content(), config);
    return file;
  }

  private record Key(UUID connectorId, int version) {}
}
