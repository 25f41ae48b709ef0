package dev.liveartifacts.scheduler.pause;

import io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Pauses to be told, as transactions write them. */
@ApplicationScoped
class PauseStore implements PanacheRepositoryBase<PauseRow, UUID> {}
