package dev.liveartifacts.connector.shape;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.liveartifacts.connector.work.UnitOfWork;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Shapes in PostgreSQL, each once, by their hash. One that is seen again is written again once an
 * hour: what is known about optional fields grows, and traces follow the values.
 */
@ApplicationScoped
public class ShapeStore implements PanacheRepositoryBase<ShapeRow, String> {
  private static final Duration AGAIN = Duration.ofHours(1);
  private static final String UPSERT =
      """
      insert into shape (hash, structure, traces, first_seen_at, last_seen_at)
      values (?1, ?2, ?3, ?4, ?4)
      on conflict (hash) do update
      set structure = excluded.structure, traces = excluded.traces,
        last_seen_at = excluded.last_seen_at
      """;

  private final UnitOfWork unit;
  private final ShapeConfig config;
  private final Clock clock;
  private final Cache<String, Instant> written =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(AGAIN).build();

  private final Cache<String, Instant> lately =
      Caffeine.newBuilder().maximumSize(20_000).expireAfterWrite(Duration.ofMinutes(1)).build();

  public ShapeStore(UnitOfWork unit, ShapeConfig config, Clock clock) {
    this.unit = unit;
    this.config = config;
    this.clock = clock;
  }

  Uni<Optional<KeptShape>> find(String hash) {
    return unit.in(
        () -> findById(hash).map(row -> Optional.ofNullable(row).map(ShapeRow::toShape)));
  }

  /** False if there are too many new shapes at once: a server that makes them up fills no disk. */
  Uni<Boolean> keep(String hash, KeptShape shape) {
    if (written.getIfPresent(hash) != null) {
      return Uni.createFrom().item(true);
    }
    if (isCrowded(hash)) {
      return Uni.createFrom().item(false);
    }
    return unit.in(() ->
            delete("lastSeenAt < ?1", clock.instant().minus(config.keptFor()))
                .chain(() -> findById(hash))
                .map(row -> joined(hash, row, shape))
                .chain(joined -> write(hash, joined)))
        .invoke(() -> written.put(hash, clock.instant()))
        .replaceWith(true);
  }

  private boolean isCrowded(String hash) {
    lately.cleanUp();
    if (lately.estimatedSize() >= config.newInAMinute()) {
      return true;
    }
    lately.put(hash, clock.instant());
    return false;
  }

  /** What both know about fields that may be missing, as long as that is the same shape. */
  private static KeptShape joined(String hash, @Nullable ShapeRow row, KeptShape shape) {
    if (row == null) {
      return shape;
    }
    Shape both = row.toShape().shape().updated(shape.shape());
    return both.hash().equals(hash) ? new KeptShape(both, shape.traces()) : shape;
  }

  private Uni<Void> write(String hash, KeptShape shape) {
    return Panache.getSession()
        .chain(session ->
            session
                .createNativeQuery(UPSERT)
                .setParameter(1, hash)
                .setParameter(2, ShapeText.write(shape.shape()))
                .setParameter(3, ShapeText.write(shape.traces()))
                .setParameter(4, clock.instant())
                .executeUpdate())
        .replaceWithVoid();
  }
}
