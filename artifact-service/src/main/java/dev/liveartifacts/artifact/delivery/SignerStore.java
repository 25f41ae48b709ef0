package dev.liveartifacts.artifact.delivery;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.UUID;

/** Signing secrets of webhooks that connector-service may forget. */
@Singleton
class SignerStore {
  private static final String LIST = "select id from signer_to_forget limit 100";
  private static final String FORGOTTEN = "delete from signer_to_forget where id = $1";

  private final Pool pool;

  SignerStore(Pool pool) {
    this.pool = pool;
  }

  Uni<List<UUID>> toForget() {
    return pool.preparedQuery(LIST)
        .execute()
        .map(rows -> rows.stream().map(row -> row.getUUID("id")).toList());
  }

  Uni<Void> forgotten(UUID signer) {
    return pool.preparedQuery(FORGOTTEN).execute(Tuple.of(signer)).replaceWithVoid();
  }
}
