package dev.liveartifacts.infra.signin;

import dev.liveartifacts.infra.process.Directories;
import dev.liveartifacts.infra.process.InfraClassPath;
import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.infra.process.Part;
import dev.liveartifacts.infra.process.ServerProcess;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * An OIDC provider for this machine, in a JVM of its own: authorization code with PKCE, refresh
 * tokens, client credentials, end of session. Its people are {@link Person#all()}.
 */
public final class SignInServer implements Part {
  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Path dataDir;
  private final int port;
  private final List<String> flags;
  private final ServerProcess process;

  public SignInServer(Path dataDir, int port, Path log) {
    this(dataDir, port, log, List.of());
  }

  /**
   * Does not start anything yet.
   *
   * @param flags for the JVM
   */
  public SignInServer(Path dataDir, int port, Path log, List<String> flags) {
    this.flags = List.copyOf(flags);
    this.dataDir = dataDir.toAbsolutePath();
    this.port = port;
    this.process = new ServerProcess("Sign-in server", log);
  }

  @Override
  public int port() {
    return port;
  }

  @Override
  public Path dataDir() {
    return dataDir;
  }

  @Override
  public ServerProcess process() {
    return process;
  }

  @Override
  public void start() {
    Directories.createPrivate(dataDir);
    process.launch(
        InfraClassPath.java(
            "96m", flags, SignInMain.class, List.of(Integer.toString(port), dataDir.toString())),
        Map.of());
    process.awaitReady(() -> Loopback.answers(port), START_LIMIT);
  }

  public Issuer issuer() {
    return new Issuer("http://localhost:" + port + "/live");
  }
}
