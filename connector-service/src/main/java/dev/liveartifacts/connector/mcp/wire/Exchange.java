package dev.liveartifacts.connector.mcp.wire;

import dev.liveartifacts.connector.json.MalformedJson;
import io.smallrye.mutiny.subscription.UniEmitter;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One request and its response, read no further than the answer and no more than the limit. Lives
 * on the event loop of its connection.
 */
final class Exchange {
  /** How long a server may take to end a response whose answer has been read. */
  private static final long GRACE_MILLIS = 1000;

  /** The largest event of a stream that has no end of its own. */
  private static final int NOTICE_LIMIT = 1 << 20;

  private final RpcPost post;
  private final HttpClientRequest request;
  private final UniEmitter<? super RpcAnswer> answer;
  private final Consumer<? super ServerWord> words;
  private final Vertx vertx;
  private final long limit;
  private final boolean endless;

  private final SseParser events = new SseParser(this::onEvent);
  private final Buffer body = Buffer.buffer();
  private @Nullable String sessionId;
  private int status;
  private long received;
  private boolean done;
  private boolean ended;

  Exchange(
      RpcPost post,
      HttpClientRequest request,
      UniEmitter<? super RpcAnswer> answer,
      Consumer<? super ServerWord> words,
      Vertx vertx,
      long limit,
      boolean endless) {
    this.post = post;
    this.request = request;
    this.answer = answer;
    this.words = words;
    this.vertx = vertx;
    this.limit = limit;
    this.endless = endless;
  }

  void begin() {
    request.exceptionHandler(e -> broken());
    (post.body().length == 0 ? request.send() : request.send(Buffer.buffer(post.body())))
        .onComplete(this::onResponse, e -> broken());
  }

  /** Stops reading; the server learns it from the closed connection. */
  void cancel() {
    if (!done) {
      done = true;
      request.reset();
    }
  }

  private void onResponse(HttpClientResponse response) {
    status = response.statusCode();
    sessionId = response.getHeader("Mcp-Session-Id");
    response.exceptionHandler(e -> broken());
    response.endHandler(end -> ended = true);
    switch (HttpVerdict.of(status, response.headers(), endless || post.id() != null)) {
      case HttpVerdict.ReadJson() -> readJson(response);
      case HttpVerdict.ReadEvents() -> readEvents(response);
      case HttpVerdict.Done() -> succeed(new RpcAnswer.Accepted());
      case HttpVerdict.Moved(String location) -> redirect(location);
      case HttpVerdict.Failed(McpFailure failure) -> fail(failure);
    }
  }

  private void readJson(HttpClientResponse response) {
    response.handler(chunk -> take(chunk, body::appendBuffer));
    response.endHandler(end -> {
      ended = true;
      onMessage(body.getBytes());
      fail(notMcp("not to the request"));
    });
  }

  private void readEvents(HttpClientResponse response) {
    words.accept(new ServerWord.Listening());
    response.handler(chunk -> take(chunk, part -> events.feed(part.getBytes())));
    response.endHandler(end -> {
      ended = true;
      broken();
    });
  }

  private void take(Buffer chunk, Consumer<Buffer> reader) {
    received += chunk.length();
    if (endless ? events.pending() > NOTICE_LIMIT : received > limit) {
      fail(new McpFailure.TooLarge(endless ? NOTICE_LIMIT : limit));
    } else if (!done) {
      reader.accept(chunk);
    }
  }

  private void onEvent(ServerEvent event) {
    if (!done && event.data().length > 0) {
      onMessage(event.data());
    }
  }

  private void onMessage(byte[] document) {
    try {
      switch (RpcMessage.read(document)) {
        case RpcMessage.Success success -> onSuccess(success);
        case RpcMessage.Fault fault -> onFault(fault);
        case ServerRequest asked -> words.accept(asked);
        case ServerNotice told -> words.accept(told);
      }
    } catch (MalformedJson e) {
      fail(status < 300 ? notMcp(e.getMessage()) : new McpFailure.UnexpectedStatus(status));
    }
  }

  private void onSuccess(RpcMessage.Success success) {
    if (status >= 300) {
      fail(new McpFailure.UnexpectedStatus(status));
    } else if (isOurs(success.id())) {
      succeed(new RpcAnswer.Result(success.json(), sessionId));
    } else {
      fail(notMcp("it answers another request"));
    }
  }

  private void onFault(RpcMessage.Fault fault) {
    if (fault.id() == null || isOurs(fault.id())) {
      fail(FaultWords.failure(status, fault));
    } else {
      fail(notMcp("it answers another request"));
    }
  }

  private boolean isOurs(String id) {
    return id.equals(String.valueOf(post.id()));
  }

  private static McpFailure notMcp(@Nullable String reason) {
    return new McpFailure.NotMcp("answered, but " + reason);
  }

  private void redirect(String location) {
    try {
      succeed(new RpcAnswer.Redirect(post.endpoint().resolve(location)));
    } catch (IllegalArgumentException e) {
      fail(new McpFailure.UnexpectedStatus(status));
    }
  }

  private void succeed(RpcAnswer given) {
    if (!done) {
      done = true;
      answer.complete(given);
      vertx.setTimer(GRACE_MILLIS, timer -> closeUnlessEnded());
    }
  }

  private void closeUnlessEnded() {
    if (!ended) {
      request.reset();
    }
  }

  private void broken() {
    if (status == 0) {
      fail(new McpFailure.Dropped());
    } else {
      succeed(new RpcAnswer.Interrupted(events.lastEventId(), events.retry()));
    }
  }

  private void fail(McpFailure failure) {
    if (!done) {
      done = true;
      answer.fail(new McpException(failure));
      closeUnlessEnded();
    }
  }
}
