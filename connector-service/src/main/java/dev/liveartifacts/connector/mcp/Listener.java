package dev.liveartifacts.connector.mcp;

import dev.liveartifacts.connector.mcp.wire.ServerNotice;
import dev.liveartifacts.connector.mcp.wire.ServerRequest;
import dev.liveartifacts.connector.mcp.wire.ServerWord;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * Listens to one target, opening the stream anew when it is interrupted, until it is closed or the
 * server does not want it. A server that tells all the time is heard now and then.
 */
final class Listener {
  private static final String CHANGED = "notifications/tools/list_changed";
  private static final Duration PAUSE = Duration.ofSeconds(5);

  private final CompletableFuture<Void> opened = new CompletableFuture<>();
  private final AtomicInteger untold = new AtomicInteger();
  private final ToolsChanged change;
  private final Consumer<ToolsChanged> observer;
  private final Cancellable hearing;

  Listener(McpTarget target, ProtocolEra era, Consumer<ToolsChanged> observer) {
    this.change = new ToolsChanged(target.connectionId(), target.endpoint());
    this.observer = observer;
    this.hearing =
        Uni.createFrom()
            .deferred(() -> era.listen(target, this::hear))
            .repeat()
            .withDelay(PAUSE)
            .whilst(interrupted -> interrupted)
            .subscribe()
            .with(interrupted -> settle(), failure -> settle());
  }

  private void hear(ServerWord word) {
    switch (word) {
      case ServerWord.Listening() -> settle();
      case ServerNotice(String method) when method.equals(CHANGED) -> changed();
      case ServerNotice other -> {}
      case ServerRequest asked -> {}
    }
  }

  private void changed() {
    if (untold.getAndIncrement() == 0) {
      tell();
    }
  }

  private void tell() {
    untold.set(1);
    observer.accept(change);
    Uni.createFrom().voidItem().onItem().delayIt().by(PAUSE).subscribe().with(passed -> rested());
  }

  /** What was told meanwhile is told at once, however often it was. */
  private void rested() {
    if (!untold.compareAndSet(1, 0)) {
      tell();
    }
  }

  /** Completes when the stream is open, or will not be. */
  Uni<Void> opened() {
    return Uni.createFrom().completionStage(opened::copy);
  }

  private void settle() {
    opened.complete(null);
  }

  void close() {
    hearing.cancel();
    settle();
  }
}
