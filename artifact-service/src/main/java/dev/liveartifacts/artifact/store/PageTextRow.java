package dev.liveartifacts.artifact.store;

import io.quarkus.hibernate.reactive.panache.PanacheEntityBase;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The text of a page, once for all versions that have it. */
@Entity(name = "PageText")
@Table(name = "page_text")
@SuppressWarnings("NullAway.Init")
class PageTextRow extends PanacheEntityBase {
  @Id byte[] sha256;
  byte[] gzip;
  int size;
}
