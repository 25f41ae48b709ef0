package dev.liveartifacts.demo.projects;

import dev.liveartifacts.demo.acme.Acme;
import dev.liveartifacts.demo.acme.Present;
import dev.liveartifacts.demo.crm.Crm;
import dev.liveartifacts.demo.mcp.Arguments;
import io.quarkiverse.mcp.server.McpServer;
import io.quarkiverse.mcp.server.Tool;
import io.quarkiverse.mcp.server.ToolArg;
import io.quarkiverse.mcp.server.ToolCallException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The project tracker's tools; all of them only read. */
@McpServer("projects")
final class ProjectTools {
  private final Present present;
  private final Crm crm;

  ProjectTools(Present present, Crm crm) {
    this.present = present;
    this.crm = crm;
  }

  @Tool(
      name = "list_projects",
      title = "List projects",
      description = "Projects with progress and overdue items. Those not yet done by default.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  ProjectList listProjects(
      @ToolArg(description = "Only with this status: open, in_progress or done", required = false)
          @Nullable String status,
      @ToolArg(description = "At most so many, 1 to 1000", defaultValue = "200") int limit) {
    int most = Arguments.limit(limit);
    Optional<Status> only = Arguments.choice("status", status, Status.class);
    Acme acme = present.acme();
    List<ProjectView> projects =
        projects(acme)
            .map(project -> ProjectView.of(project, acme))
            .filter(project -> matches(project.status(), only))
            .sorted(Comparator.comparing(ProjectView::dueOn).thenComparing(ProjectView::id))
            .toList();
    return new ProjectList(acme.now(), projects.size(), projects.stream().limit(most).toList());
  }

  @Tool(
      name = "list_items",
      title = "List items",
      description = "Items of the projects. Those not yet done by default.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  ItemList listItems(
      @ToolArg(description = "Only of this project, like P-1042", required = false)
          @Nullable String project,
      @ToolArg(description = "Only with this status: open, in_progress or done", required = false)
          @Nullable String status,
      @ToolArg(description = "At most so many, 1 to 1000", defaultValue = "200") int limit) {
    int most = Arguments.limit(limit);
    Optional<Status> only = Arguments.choice("status", status, Status.class);
    Acme acme = present.acme();
    return ItemList.of(
        acme.now(),
        chosen(project, acme)
            .flatMap(each -> each.items().stream().map(item -> ItemView.of(each, item, acme)))
            .filter(item -> matches(item.status(), only)),
        most);
  }

  @Tool(
      name = "overdue_items",
      title = "Overdue items",
      description = "Items that should be done by now and are not, the oldest due date first.",
      structuredContent = true,
      annotations =
          @Tool.Annotations(
              readOnlyHint = true,
              destructiveHint = false,
              idempotentHint = true,
              openWorldHint = false))
  ItemList overdueItems(
      @ToolArg(description = "At most so many, 1 to 1000", defaultValue = "200") int limit) {
    int most = Arguments.limit(limit);
    Acme acme = present.acme();
    return ItemList.of(
        acme.now(),
        projects(acme)
            .flatMap(each -> each.items().stream().map(item -> ItemView.of(each, item, acme)))
            .filter(item -> item.daysOverdue() > 0),
        most);
  }

  private Stream<Project> projects(Acme acme) {
    return Portfolio.of(acme, crm.dealsAt(acme)).projects().stream();
  }

  private Stream<Project> chosen(@Nullable String id, Acme acme) {
    if (id == null || id.isBlank()) {
      return projects(acme);
    }
    List<Project> found =
        projects(acme).filter(project -> project.id().equalsIgnoreCase(id.strip())).toList();
    if (found.isEmpty()) {
      throw new ToolCallException("There is no project \"%s\".".formatted(id));
    }
    return found.stream();
  }

  private static boolean matches(Status status, Optional<Status> only) {
    return only.map(status::equals).orElse(status != Status.DONE);
  }
}
