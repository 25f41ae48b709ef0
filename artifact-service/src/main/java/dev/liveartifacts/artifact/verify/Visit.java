package dev.liveartifacts.artifact.verify;

import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * One page in a browser that nobody else uses meanwhile: a context of its own, without cookies,
 * from which nothing but the sandbox is reached. All of it happens on one event loop.
 */
final class Visit {
  private static final Duration PATIENCE = Duration.ofSeconds(5);
  private static final String SAYS = "liveSays";

  private final Vertx vertx;
  private final DevToolsClient browser;
  private final Place place;
  private final Desk desk;
  private final SightingLog log;
  private final Promise<Boolean> settled = Promise.promise();
  private String session = "";
  private String context = "";
  private boolean begun;
  private final AtomicInteger underWay = new AtomicInteger();
  private long quietTimer = -1;

  /**
   * Where the page is, and how long it may take.
   *
   * @param host address of a document of the app's origin, which alone may frame pages
   * @param script makes a host of that document
   * @param sandbox origin of pages and libraries
   */
  record Place(
      String host,
      String script,
      String sandbox,
      int width,
      int height,
      Duration deadline,
      Duration quiet) {}

  Visit(Vertx vertx, DevToolsClient browser, Place place, Desk desk, SightingLog log) {
    this.vertx = vertx;
    this.browser = browser;
    this.place = place;
    this.desk = desk;
    this.log = log;
  }

  Future<Sighting> look() {
    browser.onEvent(this::happened);
    return open()
        .compose(opened -> settled())
        .compose(
            settled -> screenshot().map(picture -> log.sighting(settled, picture.orElse(null))))
        .eventually(this::leave);
  }

  private Future<JsonObject> open() {
    return browser
        .send("Target.createBrowserContext", new JsonObject().put("disposeOnDetach", true))
        .onSuccess(made -> context = made.getString("browserContextId"))
        .compose(made ->
            browser.send(
                "Target.createTarget",
                new JsonObject()
                    .put("url", "about:blank")
                    .put("browserContextId", context)
                    .put("width", place.width())
                    .put("height", place.height())))
        .compose(made ->
            browser.send(
                "Target.attachToTarget",
                new JsonObject().put("targetId", made.getString("targetId")).put("flatten", true)))
        .onSuccess(attached -> session = attached.getString("sessionId"))
        .compose(attached -> here("Page.enable", new JsonObject()))
        .compose(done -> here("Runtime.enable", new JsonObject()))
        .compose(done -> here("Runtime.addBinding", new JsonObject().put("name", SAYS)))
        .compose(done ->
            here(
                "Fetch.enable",
                new JsonObject()
                    .put("patterns", new JsonArray().add(new JsonObject().put("urlPattern", "*")))))
        .compose(done -> here("Emulation.setDeviceMetricsOverride", metrics()))
        .onSuccess(done -> begun = true)
        .compose(done -> here("Page.navigate", new JsonObject().put("url", place.host())));
  }

  private JsonObject metrics() {
    return new JsonObject()
        .put("width", place.width())
        .put("height", place.height())
        .put("deviceScaleFactor", 1)
        .put("mobile", place.width() < 600);
  }

  /** True if the page has become quiet, false if it has not until the deadline. */
  private Future<Boolean> settled() {
    vertx.setTimer(place.deadline().toMillis(), over -> settled.tryComplete(false));
    return settled.future();
  }

  /** Empty if the browser gives none. */
  private Future<Optional<byte[]>> screenshot() {
    return here("Page.captureScreenshot", new JsonObject().put("format", "png"))
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .map(taken -> Optional.of(Base64.getDecoder().decode(taken.getString("data"))))
        .otherwise(Optional.empty());
  }

  private Future<Void> leave() {
    return browser
        .send("Target.disposeBrowserContext", new JsonObject().put("browserContextId", context))
        .timeout(PATIENCE.toMillis(), TimeUnit.MILLISECONDS)
        .transform(done -> Future.succeededFuture());
  }

  private void happened(JsonObject event) {
    JsonObject params = event.getJsonObject("params", new JsonObject());
    switch (event.getString("method", "")) {
      case "Fetch.requestPaused" -> requested(params);
      case "Page.loadEventFired" -> {
        if (begun) {
          begun = false;
          here("Runtime.evaluate", new JsonObject().put("expression", place.script()));
        }
      }
      case "Page.javascriptDialogOpening" ->
          here("Page.handleJavaScriptDialog", new JsonObject().put("accept", false));
      case "Runtime.bindingCalled" -> {
        if (SAYS.equals(params.getString("name"))) {
          said(new JsonObject(params.getString("payload")));
        }
      }
      default -> {}
    }
  }

  private void requested(JsonObject params) {
    String url = params.getJsonObject("request").getString("url");
    JsonObject answer = new JsonObject().put("requestId", params.getString("requestId"));
    if (url.equals(place.host())
        || url.startsWith(place.sandbox() + "/p/")
        || url.startsWith(place.sandbox() + "/lib/")) {
      here("Fetch.continueRequest", answer);
    } else {
      here("Fetch.failRequest", answer.put("errorReason", "BlockedByClient"));
    }
  }

  private void said(JsonObject message) {
    switch (message.getString("kind", "")) {
      case "request" -> request(message);
      case "message" ->
          log.message(
              message.getString("level", "note"),
              message.getString("text", ""),
              message.getString("where"));
      case "loaded" -> log.loaded();
      default -> {}
    }
    moved();
  }

  private void request(JsonObject message) {
    String method = message.getString("method", "");
    if (!method.equals("cowork.call")) {
      log.asked(method);
    }
    underWay.incrementAndGet();
    desk.answer(message.getInteger("id"), method, message.getJsonObject("params", new JsonObject()))
        .subscribe()
        .with(this::answer, failure -> answered());
  }

  private void answer(JsonObject message) {
    Buffer json = message.toBuffer();
    here("Runtime.evaluate", new JsonObject().put("expression", "liveAnswers(" + json + ")"))
        .onComplete(sent -> answered());
  }

  private void answered() {
    underWay.decrementAndGet();
    moved();
  }

  /** Whatever happens, the page is quiet a while later at the earliest. */
  private synchronized void moved() {
    vertx.cancelTimer(quietTimer);
    quietTimer =
        vertx.setTimer(
            place.quiet().toMillis(),
            quiet -> {
              if (underWay.get() == 0 && log.hasLoaded()) {
                settled.tryComplete(true);
              }
            });
  }

  private Future<JsonObject> here(String method, JsonObject params) {
    return browser.send(method, params, session);
  }
}
