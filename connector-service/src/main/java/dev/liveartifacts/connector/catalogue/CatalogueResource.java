package dev.liveartifacts.connector.catalogue;

import dev.liveartifacts.connector.person.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestQuery;

/** Well-known servers that can be added as connectors. */
@Path("/api/connectors/catalogue")
@RolesAllowed(Roles.PERSON)
@Tag(name = "Connectors")
public class CatalogueResource {
  private final Catalogue catalogue;

  public CatalogueResource(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  @GET
  @Operation(summary = "Presets that hold all words of the query; all of them without one")
  public List<Preset> find(@RestQuery @DefaultValue("") @Size(max = 200) String query) {
    return catalogue.find(query);
  }
}
