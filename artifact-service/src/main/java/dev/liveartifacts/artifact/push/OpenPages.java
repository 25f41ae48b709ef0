package dev.liveartifacts.artifact.push;

import dev.liveartifacts.artifact.access.Doorkeeper;
import dev.liveartifacts.artifact.change.Change;
import dev.liveartifacts.contracts.refresh.RefreshProgress;
import io.micrometer.core.instrument.MeterRegistry;
import io.smallrye.mutiny.Uni;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Everyone who looks at an artifact through this replica. */
@Singleton
class OpenPages {
  private static final Logger LOG = Logger.getLogger(OpenPages.class);
  private static final int AFTER_THE_DOORKEEPER = 3_000;

  private final Doorkeeper doorkeeper;
  private final ConcurrentHashMap<UUID, Set<OpenPage>> byArtifact = new ConcurrentHashMap<>();

  OpenPages(Doorkeeper doorkeeper, MeterRegistry metrics) {
    this.doorkeeper = doorkeeper;
    metrics.gauge("live.pages.open", byArtifact, OpenPages::count);
  }

  void add(OpenPage page) {
    byArtifact.compute(page.artifactId(), (id, pages) -> with(pages, page));
  }

  void remove(OpenPage page) {
    byArtifact.computeIfPresent(page.artifactId(), (id, pages) -> without(pages, page));
  }

  void progress(RefreshProgress run) {
    tell(run.artifactId(), page -> true, PageEvent.progress(run));
  }

  void changed(@Observes @Priority(AFTER_THE_DOORKEEPER) Change change) {
    switch (change.kind()) {
      case VERSION -> tell(id(change), page -> true, PageEvent.changed(number(change)));
      case STORAGE ->
          tell(
              id(change),
              page -> page.person().id().equals(change.personId()),
              PageEvent.storage(number(change)));
      case REFRESHED ->
          tell(
              id(change),
              page -> true,
              PageEvent.refreshed(Objects.requireNonNull(change.refresh())));
      case ACCESS -> pages(id(change)).forEach(this::check);
      case UNKNOWN -> all().forEach(this::catchUp);
      case TOOLS, PERSON -> {}
    }
  }

  /** Whoever is at the other end is not signed in any more. */
  void signedOut(OpenStream stream) {
    all()
        .filter(page -> page.stream().equals(stream))
        .forEach(page -> page.tell(PageEvent.SIGNED_OUT));
    stream.end();
  }

  /** Nobody knows what was not heard: the page asks for itself, if it still may. */
  private void catchUp(OpenPage page) {
    page.tell(PageEvent.MISSED);
    check(page);
  }

  /** Hangs up on whoever may not look any more. */
  private void check(OpenPage page) {
    doorkeeper
        .ifAllowed(page.person(), page.artifactId())
        .flatMap(opened ->
            opened.isPresent()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().voidItem().invoke(() -> revoke(page)))
        .subscribe()
        .with(
            checked -> {},
            failure -> {
              LOG.warnf("Access to an open page could not be checked: %s", failure.getMessage());
              page.stream().end();
            });
  }

  private void revoke(OpenPage page) {
    remove(page);
    page.revoke();
  }

  private void tell(UUID artifactId, Predicate<OpenPage> whom, PageEvent event) {
    pages(artifactId).filter(whom).forEach(page -> page.tell(event));
  }

  private Stream<OpenPage> all() {
    return byArtifact.values().stream().flatMap(Collection::stream);
  }

  private Stream<OpenPage> pages(UUID artifactId) {
    return byArtifact.getOrDefault(artifactId, Set.of()).stream();
  }

  private static UUID id(Change change) {
    return Objects.requireNonNull(change.artifactId());
  }

  private static long number(Change change) {
    return Objects.requireNonNull(change.number());
  }

  private static Set<OpenPage> with(@Nullable Set<OpenPage> pages, OpenPage page) {
    Set<OpenPage> all = pages == null ? ConcurrentHashMap.newKeySet() : pages;
    all.add(page);
    return all;
  }

  private static @Nullable Set<OpenPage> without(Set<OpenPage> pages, OpenPage page) {
    pages.remove(page);
    return pages.isEmpty() ? null : pages;
  }

  private static double count(ConcurrentHashMap<UUID, Set<OpenPage>> pages) {
    return pages.values().stream().mapToInt(Set::size).sum();
  }
}
