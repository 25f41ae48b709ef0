package dev.liveartifacts.connector.shape;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;

/** A {@link KeptShape} as it is stored, by its hash. */
@Entity
@Table(name = "shape")
@SuppressWarnings("NullAway.Init")
public class ShapeRow extends PanacheEntityBase {
  @Id public String hash;
  public String structure;
  public String traces;
  public Instant firstSeenAt;
  public Instant lastSeenAt;

  KeptShape toShape() {
    return new KeptShape(ShapeText.read(structure), ShapeText.traces(traces));
  }
}
