package dev.liveartifacts.artifact.analysis;

import com.anthropic.client.AnthropicClientAsync;
import com.anthropic.client.okhttp.AnthropicOkHttpClientAsync;
import com.anthropic.core.LogLevel;
import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.util.Optional;

/**
 * The one way to the Messages API. The key stays in here; the library does its work on threads of
 * its own and logs nothing.
 */
@Singleton
public class ClaudeAccount {
  private final Optional<AnthropicClientAsync> client;

  ClaudeAccount(ClaudeConfig config) {
    this.client = config.apiKey().filter(key -> !key.isBlank()).map(key -> client(config, key));
  }

  /** Empty if no key is set. */
  public Optional<AnthropicClientAsync> client() {
    return client;
  }

  private static AnthropicClientAsync client(ClaudeConfig config, String key) {
    return AnthropicOkHttpClientAsync.builder()
        .apiKey(key.strip())
        .baseUrl(config.baseUrl().toString())
        .timeout(config.deadline())
        .maxRetries(0)
        .logLevel(LogLevel.OFF)
        .build();
  }

  @PreDestroy
  void close() {
    client.ifPresent(AnthropicClientAsync::close);
  }
}
