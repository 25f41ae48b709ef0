package dev.liveartifacts.artifact.export;

import dev.liveartifacts.artifact.access.Action;
import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.access.Facts;
import dev.liveartifacts.artifact.grant.ArtifactTool;
import dev.liveartifacts.artifact.grant.ToolStore;
import dev.liveartifacts.artifact.html.PageExport;
import dev.liveartifacts.artifact.library.Shelf;
import dev.liveartifacts.artifact.mapping.ToolName;
import dev.liveartifacts.artifact.person.CurrentPerson;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.store.VersionStore;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** An artifact as one HTML file, for download: nothing of this system is in it. */
@Path("/api/artifacts/{id}/export")
class ExportResource {
  private final CurrentPerson current;
  private final Doorkeeper doorkeeper;
  private final VersionStore versions;
  private final ToolStore tools;
  private final PageExport export;

  ExportResource(
      CurrentPerson current,
      Doorkeeper doorkeeper,
      VersionStore versions,
      ToolStore tools,
      Shelf shelf) {
    this.current = current;
    this.doorkeeper = doorkeeper;
    this.versions = versions;
    this.tools = tools;
    this.export = new PageExport(shelf);
  }

  /**
   * @param version an older one; the current one if it is not said
   */
  @GET
  public Uni<RestResponse<byte[]>> export(@RestPath UUID id, @RestQuery @Nullable Integer version) {
    return doorkeeper
        .let(current.get(), id, Action.OPEN)
        .flatMap(
            opened -> file(opened.facts(), version == null ? opened.facts().version() : version));
  }

  private Uni<RestResponse<byte[]>> file(Facts facts, int version) {
    return Uni.combine()
        .all()
        .unis(versions.text(facts.artifactId(), version), tools.of(facts.artifactId()))
        .asTuple()
        .emitOn(Infrastructure.getDefaultWorkerPool())
        .map(found ->
            export.of(
                found.getItem1().orElseThrow(() -> Problems.notFound("version")),
                about(facts.title(), found.getItem2())))
        .map(html -> attachment(facts.title(), html));
  }

  private static PageExport.About about(String title, List<ArtifactTool> tools) {
    Map<String, String> servers = new LinkedHashMap<>();
    for (ArtifactTool tool : tools) {
      if (tool.connectorName() != null) {
        new ToolName(tool.name())
            .readings().stream()
                .findFirst()
                .ifPresent(reading -> servers.put(reading.server(), tool.connectorName()));
      }
    }
    return new PageExport.About(title, tools.stream().map(ArtifactTool::name).toList(), servers);
  }

  private static RestResponse<byte[]> attachment(String title, String html) {
    return ResponseBuilder.ok(html.getBytes(StandardCharsets.UTF_8))
        .header("Content-Type", "text/html; charset=utf-8")
        .header("Content-Disposition", disposition(title))
        .header("Cache-Control", "no-store")
        .build();
  }

  /** RFC 6266: a plain name for old clients, the real one for all others. */
  private static String disposition(String title) {
    String plain = title.replaceAll("[^A-Za-z0-9 ._-]", "_").strip();
    String name = URLEncoder.encode(title, StandardCharsets.UTF_8).replace("+", "%20");
    return "attachment; filename=\"%s.html\"; filename*=UTF-8''%s.html".formatted(plain, name);
  }
}
