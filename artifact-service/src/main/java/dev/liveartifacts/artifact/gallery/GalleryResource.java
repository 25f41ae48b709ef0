package dev.liveartifacts.artifact.gallery;

import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.mutiny.Uni;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What a person can open. */
@Path("/api/artifacts")
class GalleryResource {
  private final CurrentPerson current;
  private final CardStore cards;

  GalleryResource(CurrentPerson current, CardStore cards) {
    this.current = current;
    this.cards = cards;
  }

  /**
   * Newest first.
   *
   * @param query a part of title, description or owner's name
   * @param connector only what asks this one
   * @param after the last card that is known already
   */
  @GET
  public Uni<List<Card>> list(
      @RestQuery @DefaultValue("recent") @Pattern(regexp = "recent|mine|shared|using") String scope,
      @RestQuery @DefaultValue("") @Size(max = 200) String query,
      @RestQuery @Nullable UUID connector,
      @RestQuery @Nullable UUID after,
      @RestQuery @DefaultValue("200") @Min(1) @Max(CardStore.MOST) int limit) {
    if (scope.equals("using") && connector == null) {
      throw Problems.badRequest("Say which connector: connector=<id>.");
    }
    String words = query.strip().replace("\0", "");
    return cards.list(current.get(), new CardStore.Wanted(scope, words, connector), after, limit);
  }
}
