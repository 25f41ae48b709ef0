package dev.liveartifacts.artifact.importing;

import dev.liveartifacts.artifact.problem.Problem;
import dev.liveartifacts.artifact.problem.ProblemException;
import dev.liveartifacts.artifact.problem.Problems;
import dev.liveartifacts.artifact.store.PageText;
import dev.liveartifacts.artifact.upstream.Answer;
import dev.liveartifacts.artifact.upstream.AnswerTooLargeException;
import dev.liveartifacts.artifact.upstream.Service;
import dev.liveartifacts.artifact.upstream.ServiceClient;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.json.DecodeException;
import io.vertx.core.json.JsonObject;
import jakarta.inject.Singleton;

/**
 * Gets a page from an address that a person names, through connector-service, which alone talks to
 * the outside and looks where it is sent.
 */
@Singleton
class FetchClient {
  private static final String NO_PAGE = "There is no page at this address that can be fetched.";

  private final ServiceClient client;

  FetchClient(ServiceClient client) {
    this.client = client;
  }

  /** The page's bytes as they came. */
  Uni<byte[]> fetch(String url, String token) {
    return client
        .exchange(
            Service.CONNECTOR,
            HttpMethod.POST,
            "/fetches",
            token,
            new JsonObject().put("url", url).toBuffer(),
            PageText.LIMIT)
        .map(FetchClient::bytes)
        .onFailure(AnswerTooLargeException.class)
        .transform(
            large -> Problems.tooLarge("This page is larger than 16 MiB, which is the limit."));
  }

  private static byte[] bytes(Answer answer) {
    if (answer.status() == 401) {
      throw new ProblemException(Problems.signInNeeded());
    }
    if (!answer.good()) {
      throw new ProblemException(Problem.of(422, "not-fetched", "Not fetched", reason(answer)));
    }
    return answer.body().getBytes();
  }

  private static String reason(Answer answer) {
    try {
      return new JsonObject(answer.body()).getString("detail", NO_PAGE);
    } catch (DecodeException | ClassCastException unreadable) {
      return NO_PAGE;
    }
  }
}
