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
        .map(one ->
            new Offer(one.name(), one.title(), one.description(), one.connectors(), one.bindable()))
        .toList();
  }

  @GET
  @Path("/{name}")
  public Whole whole(@RestPath String name) {
    Templates.Template template = named(name);
    return new Whole(template.name(), template.title(), template.description(), template.html());
  }

  @POST
  @Path("/{name}")
  @ResponseStatus(201)
  public Uni<Artifact> use(@RestPath String name) {
    Templates.Template template = named(name);
    return maker.make(
        current.get(),
        current.accessToken(),
        template.title(),
        template.description(),
        template.html(),
        List.of());
  }

  private Templates.Template named(String name) {
    return templates.named(name).orElseThrow(() -> Problems.notFound("template"));
  }

  /**
   * A template in the list.
   *
   * @param bindable true if its fields can be mapped to those of any system
   */
  record Offer(
      String name, String title, String description, List<String> connectors, boolean bindable) {}

  /** A template with its page. */
  record Whole(String name, String title, String description, String html) {}
}
