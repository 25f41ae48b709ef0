package dev.liveartifacts.artifact.template;

import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.store.Artifact;
import dev.liveartifacts.artifact.store.ArtifactMaker;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.util.List;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jboss.resteasy.reactive.RestPath;

/** Starter pages, and artifacts made of them. */
@Path("/api/templates")
class TemplatesResource {
  private final CurrentPerson current;
  private final Templates templates;
  private final ArtifactMaker maker;

  TemplatesResource(CurrentPerson current, Templates templates, ArtifactMaker maker) {
    this.current = current;
    this.templates = templates;
    this.maker = maker;
  }

  @GET
  public List<Offer> list() {
    return templates.all().stream()
        .map(one -> new Offer(one.name(), one.title(), one.description(), one.connectors()))
        .toList();
  }

  @POST
  @Path("/{name}")
  @ResponseStatus(201)
  public Uni<Artifact> use(@RestPath String name) {
    Templates.Template template =
        templates.named(name).orElseThrow(() -> Problems.notFound("template"));
    return maker.make(
        current.get(),
        current.accessToken(),
        template.title(),
        template.description(),
        template.html(),
        List.of());
  }

  /** A template in the list. */
  record Offer(String name, String title, String description, List<String> connectors) {}
}
