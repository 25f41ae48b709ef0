package dev.liveartifacts.infra.postgresql;

import dev.liveartifacts.infra.process.Directories;
import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.infra.process.Part;
import dev.liveartifacts.infra.process.PartFailure;
import dev.liveartifacts.infra.process.SecretFile;
import dev.liveartifacts.infra.process.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * PostgreSQL in a process of its own. The cluster lies in {@code <dataDir>/cluster} and outlives
 * the process; the password of user {@code live} is made once and kept beside it.
 */
public final class PostgreSql implements Part {
  public static final String USER = "live";

  private static final Duration START_LIMIT = Duration.ofSeconds(60);

  private final Path dataDir;
  private final int port;
  private final boolean durable;
  private final ServerProcess process;

  /**
   * Does not start anything yet.
   *
   * @param durable false gives up safety against a power cut for speed, as tests want it
   */
  public PostgreSql(Path dataDir, int port, Path log, boolean durable) {
    this.dataDir = dataDir.toAbsolutePath();
    this.port = port;
    this.durable = durable;
    this.process = new ServerProcess("PostgreSQL", log);
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
    Path programs = PostgreSqlBinaries.directory().resolve("bin");
    if (!Files.exists(cluster().resolve("PG_VERSION"))) {
      initialise(programs);
    }
    process.launch(asOrdinaryPerson(server(programs)), Map.of());
    process.awaitReady(this::answers, START_LIMIT);
  }

  @Override
  public void stop() {
    process.stop("INT");
  }

  public String password() {
    return SecretFile.readOrCreate(dataDir.resolve("password"), SecretFile::random);
  }

  /** The database of that name, created if it is missing. */
  public Database database(String name) {
    Database database = new Database(name, port, USER, password());
    database.create();
    return database;
  }

  private Path cluster() {
    return dataDir.resolve("cluster");
  }

  private void initialise(Path programs) {
    password();
    Directories.delete(cluster());
    List<String> command =
        List.of(
            programs.resolve("initdb").toString(),
            "--pgdata=" + cluster(),
            "--username=" + USER,
            "--pwfile=" + dataDir.resolve("password"),
            "--auth=scram-sha-256",
            "--encoding=UTF8",
            "--no-locale",
            "--no-sync");
    try {
      Files.createDirectories(Directories.of(process.log()));
      Process initdb =
          new ProcessBuilder(asOrdinaryPerson(command))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.appendTo(process.log().toFile()))
              .start();
      if (initdb.waitFor() != 0) {
        throw new PartFailure("PostgreSQL could not be set up. " + process.lastWords());
      }
    } catch (IOException e) {
      throw new PartFailure("PostgreSQL could not be set up: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new PartFailure("Interrupted while setting PostgreSQL up.", e);
    }
  }

  private List<String> server(Path programs) {
    List<String> command = new ArrayList<>();
    command.add(programs.resolve("postgres").toString());
    command.addAll(List.of("-D", cluster().toString()));
    command.addAll(List.of("-p", Integer.toString(port), "-h", Loopback.ADDRESS));
    setting(command, "unix_socket_directories=");
    setting(command, "max_connections=300");
    setting(command, "shared_buffers=64MB");
    setting(command, "fsync=" + (durable ? "on" : "off"));
    setting(command, "full_page_writes=" + (durable ? "on" : "off"));
    return command;
  }

  private static void setting(List<String> command, String setting) {
    command.add("-c");
    command.add(setting);
  }

  /** PostgreSQL refuses to run as root: there, a user namespace makes it an ordinary person. */
  private static List<String> asOrdinaryPerson(List<String> command) {
    if (!System.getProperty("user.name").equals("root")) {
      return command;
    }
    List<String> wrapped = new ArrayList<>(List.of("unshare", "--user"));
    wrapped.addAll(command);
    return wrapped;
  }

  private boolean answers() {
    try (Connection connection = new Database("postgres", port, USER, password()).connect()) {
      return connection.isValid(1);
    } catch (SQLException e) {
      return false;
    }
  }
}
