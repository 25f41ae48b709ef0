package dev.liveartifacts.connector.builtin.spreadsheet;

import dev.liveartifacts.connector.builtin.Documents;
import dev.liveartifacts.connector.builtin.HttpFailures;
import dev.liveartifacts.connector.egress.WebAnswer;
import dev.liveartifacts.connector.egress.WebFailure;
import dev.liveartifacts.connector.mcp.wire.McpException;
import dev.liveartifacts.connector.mcp.wire.McpFailure;
import dev.liveartifacts.connector.work.InFlight;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Spreadsheets that are read from an address: asked for at every call that comes so far, and
 * fetched when they changed (RFC 9110, 13: conditional requests).
 */
@ApplicationScoped
public class FetchedFiles {
  private final Documents documents;
  private final Workbooks workbooks;
  private final SpreadsheetStore store;
  private final InFlight<UUID, StoredFile> refreshing = new InFlight<>();

  public FetchedFiles(Documents documents, Workbooks workbooks, SpreadsheetStore store) {
    this.documents = documents;
    this.workbooks = workbooks;
    this.store = store;
  }

  /** Fails with {@link WebFailure}, {@link McpException} or {@link BadSpreadsheet}. */
  Uni<SpreadsheetFile> first(URI address) {
    return documents
        .get(address, Map.of())
        .map(FetchedFiles::good)
        .chain(answer -> workbooks.fetched(file(address, answer)));
  }

  /** The file as it is now; an uploaded one stays as it is. */
  Uni<StoredFile> current(UUID connectorId, StoredFile file) {
    String address = file.address();
    return address == null
        ? Uni.createFrom().item(file)
        : refreshing.join(connectorId, () -> refreshed(connectorId, file, URI.create(address)));
  }

  private Uni<StoredFile> refreshed(UUID connectorId, StoredFile file, URI address) {
    return documents
        .get(address, conditions(file))
        .onFailure(WebFailure.class)
        .transform(failure -> HttpFailures.of((WebFailure) failure))
        .chain(answer ->
            answer.status() == 304
                ? Uni.createFrom().item(file)
                : kept(connectorId, file, file(address, good(answer))));
  }

  private Uni<StoredFile> kept(UUID connectorId, StoredFile before, SpreadsheetFile fetched) {
    return workbooks
        .fetched(fetched)
        .chain(() -> store.refresh(connectorId, before.version(), fetched))
        .chain(() -> store.find(connectorId))
        .map(found -> found.orElse(before));
  }

  private static Map<String, String> conditions(StoredFile file) {
    Map<String, String> conditions = new HashMap<>();
    put(conditions, "If-None-Match", file.entityTag());
    put(conditions, "If-Modified-Since", file.lastModified());
    return conditions;
  }

  private static void put(Map<String, String> headers, String name, @Nullable String value) {
    if (value != null) {
      headers.put(name, value);
    }
  }

  private static WebAnswer good(WebAnswer answer) {
    HttpFailures.of(answer)
        .ifPresent(failure -> {
          throw failure;
        });
    if (!answer.isSuccess()) {
      throw new McpException(new McpFailure.UnexpectedStatus(answer.status()));
    }
    if (answer.contentType().equals("text/html")) {
      throw new BadSpreadsheet(
          "The address leads to a web page. Use the link under which the sheet is published as CSV.");
    }
    return answer;
  }

  private static SpreadsheetFile file(URI address, WebAnswer answer) {
    return new SpreadsheetFile(
        name(address),
        answer.body(),
        address,
        bounded(answer.header("etag")),
        bounded(answer.header("last-modified")));
  }

  private static @Nullable String bounded(@Nullable String value) {
    return value == null || value.length() > 200 ? null : value;
  }

  private static String name(URI address) {
    String path = address.getPath() == null ? "" : address.getPath();
    String last = Words.shortened(path.substring(path.lastIndexOf('/') + 1));
    return last.isEmpty() ? String.valueOf(address.getHost()) : last;
  }
}
