package dev.liveartifacts.artifact.importing;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.artifact.access.Access;
import dev.liveartifacts.artifact.access.WorkspaceAction;
import dev.liveartifacts.artifact.html.LeftOut;
import dev.liveartifacts.artifact.html.PageBytes;
import dev.liveartifacts.artifact.html.PageFacts;
import dev.liveartifacts.artifact.html.Rewritten;
import dev.liveartifacts.artifact.html.Served;
import dev.liveartifacts.artifact.html.Transformation;
import dev.liveartifacts.artifact.library.Shelf;
import dev.liveartifacts.artifact.mapping.Found;
import dev.liveartifacts.artifact.mapping.ToolRequests;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.store.PageText;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Looks at a page before it is saved, and gets one from an address. Nothing is kept. */
@Path("/api/artifacts")
class ImportResource {
  private final CurrentPerson current;
  private final FetchClient fetches;
  private final ToolRequests requests;
  private final Transformation transformation;

  ImportResource(CurrentPerson current, FetchClient fetches, ToolRequests requests, Shelf shelf) {
    this.current = current;
    this.fetches = fetches;
    this.requests = requests;
    this.transformation = new Transformation(shelf);
  }

  @POST
  @Path("/import")
  public Uni<Fetched> fetch(@NotNull @Valid Source source) {
    Access.check(current.get().workspace(), WorkspaceAction.MAKE);
    return fetches
        .fetch(source.url().strip(), current.accessToken())
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(PageBytes::read)
        .map(ImportResource::fetched);
  }

  @POST
  @Blocking
  @Path("/inspect")
  public Uni<Needs> inspect(@NotNull @Valid Page page) {
    if (page.html().length() > PageText.LIMIT) {
      throw Problems.tooLarge("This page is larger than 16 MiB, which is the limit.");
    }
    String token = current.accessToken();
    PageFacts facts = PageFacts.of(page.html());
    Rewritten rewritten = transformation.of(page.html());
    return requests
        .inspect(facts.tools(), facts.servers()::of, token)
        .map(tools -> needs(facts, tools, rewritten));
  }

  private static Needs needs(PageFacts facts, List<Found> tools, Rewritten rewritten) {
    return new Needs(
        facts.title(),
        facts.description(),
        tools,
        rewritten.libraries(),
        rewritten.leftOut(),
        facts.notes());
  }

  private static Fetched fetched(String html) {
    PageFacts facts = PageFacts.of(html);
    return new Fetched(html, facts.title(), facts.tools());
  }

  /** The page to look at. */
  record Page(@NotNull String html) {}

  /** Where the page is. */
  record Source(@NotBlank @Size(max = 2_000) String url) {}

  /** A page that was fetched, not saved. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Fetched(String html, @Nullable String title, List<String> tools) {}

  /**
   * What a page would need here.
   *
   * @param leftOut what it loads from elsewhere and will not get
   * @param notes {@code meta-missing}, {@code meta-invalid}
   */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Needs(
      @Nullable String title,
      @Nullable String description,
      List<Found> tools,
      List<Served> libraries,
      List<LeftOut> leftOut,
      List<String> notes) {}
}
