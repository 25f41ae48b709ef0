package dev.liveartifacts.connector.telemetry;

import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.logging.ConsoleHandler;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logmanager.ExtHandler;

/** Switches the console to JSON lines where {@code live.log.json} says so. */
@ApplicationScoped
public class LogForm {
  private final boolean json;
  private final String service;

  public LogForm(
      @ConfigProperty(name = "live.log.json", defaultValue = "false") boolean json,
      @ConfigProperty(name = "quarkus.application.name") String service) {
    this.json = json;
    this.service = service;
  }

  void begin(@Observes @Priority(1) StartupEvent started) {
    if (json) {
      apply(LogManager.getLogManager().getLogger("").getHandlers());
    }
  }

  private void apply(Handler[] handlers) {
    for (Handler handler : handlers) {
      if (handler instanceof ConsoleHandler
          || handler instanceof org.jboss.logmanager.handlers.ConsoleHandler) {
        handler.setFormatter(new JsonLines(service));
      } else if (handler instanceof ExtHandler several) {
        apply(several.getHandlers());
      }
    }
  }
}
