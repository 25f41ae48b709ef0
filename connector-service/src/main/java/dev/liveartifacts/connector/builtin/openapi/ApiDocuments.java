package dev.liveartifacts.connector.builtin.openapi;

import dev.liveartifacts.connector.builtin.Documents;
import dev.liveartifacts.connector.builtin.Workers;
import dev.liveartifacts.connector.egress.WebAnswer;
import dev.liveartifacts.connector.egress.WebFailure;
import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.Terms;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fetches OpenAPI documents and reads them. Fails with problems that say what to change. */
@ApplicationScoped
public class ApiDocuments {
  private final Documents documents;
  private final Workers workers;
  private final Terms terms;
  private final Clock clock;

  public ApiDocuments(Documents documents, Workers workers, Terms terms, Clock clock) {
    this.documents = documents;
    this.workers = workers;
    this.terms = terms;
    this.clock = clock;
  }

  /**
   * @param base where the operations are; null for where the document says
   */
  Uni<ApiSource> fetch(URI address, @Nullable URI base) {
    return documents
        .get(address, Map.of())
        .chain(answer -> workers.runAlone(() -> source(address, base, answer)))
        .onFailure(WebFailure.class)
        .transform(e ->
            ProblemException.invalid("The document's address " + ((WebFailure) e).reason() + "."))
        .onFailure(BadDocument.class)
        .transform(e -> ProblemException.invalid(((BadDocument) e).sentence()));
  }

  private ApiSource source(URI address, @Nullable URI base, WebAnswer answer) {
    if (!answer.isSuccess()) {
      throw new BadDocument(
          "The document's address answered with HTTP "
              + answer.status()
              + " instead of a document.");
    }
    OpenApiDocument document = OpenApiDocument.read(answer.body());
    URI target = base == null ? said(document, address) : base;
    return new ApiSource(address, target, document.title(), document.operations(), clock.instant());
  }

  /** A document may name any address: it has to pass the guard like one that a person enters. */
  private URI said(OpenApiDocument document, URI address) {
    URI base =
        document
            .base(address)
            .orElseThrow(() ->
                new BadDocument("The document names no usable server. Enter the base address."));
    return terms.endpoint(base.toString());
  }
}
