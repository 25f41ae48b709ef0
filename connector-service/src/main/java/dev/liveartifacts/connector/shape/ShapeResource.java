package dev.liveartifacts.connector.shape;

import dev.liveartifacts.connector.person.Roles;
import dev.liveartifacts.connector.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestPath;

/** How the structure of a call's results changed. A hash is known to those who got a result. */
@Path("/api/connectors/shapes/{from}/to/{to}")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Connectors")
public class ShapeResource {
  private final Shapes shapes;

  public ShapeResource(Shapes shapes) {
    this.shapes = shapes;
  }

  /** The differences, field by field; none if the shapes fit each other. */
  public record Changes(List<FieldChange> changes) {
    public Changes {
      changes = List.copyOf(changes);
    }
  }

  @GET
  @Operation(summary = "Fields that are gone, new, of another type, or probably renamed")
  public Uni<Changes> between(@RestPath String from, @RestPath String to) {
    return shapes
        .between(hash(from), hash(to))
        .map(changes -> changes.orElseThrow(ShapeResource::unknown))
        .map(Changes::new);
  }

  private static String hash(String text) {
    if (text.length() != 64 || !text.chars().allMatch(c -> Character.digit(c, 16) >= 0)) {
      throw unknown();
    }
    return text;
  }

  private static ProblemException unknown() {
    return ProblemException.notFound(
        "One of these structures is not known any more. Load the page again to see how it is now.");
  }
}
