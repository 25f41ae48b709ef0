package dev.liveartifacts.infra;

import dev.liveartifacts.infra.kafka.Kafka;
import dev.liveartifacts.infra.postgresql.PostgreSql;
import dev.liveartifacts.infra.process.Directories;
import dev.liveartifacts.infra.process.Loopback;
import dev.liveartifacts.infra.process.Part;
import dev.liveartifacts.infra.redis.Redis;
import dev.liveartifacts.infra.signin.SignInServer;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;

/**
 * Runs all four servers on free ports with data that is thrown away, and writes where they are to a
 * properties file, as soon as all of them answer. Ends with the process that is named.
 */
public final class InfraMain {
  private InfraMain() {}

  /**
   * Starts the servers and stays until the named process ends.
   *
   * @param arguments the file to write, and the id of the process to end with
   */
  public static void main(String[] arguments) throws IOException, InterruptedException {
    Path file = Path.of(arguments[0]);
    Path root = Directories.createTemporary("live-infra");
    PostgreSql postgreSql =
        new PostgreSql(
            root.resolve("postgresql"), Loopback.freePort(), root.resolve("postgresql.log"), false);
    Redis redis = new Redis(root.resolve("redis"), Loopback.freePort(), root.resolve("redis.log"));
    Kafka kafka =
        new Kafka(
            root.resolve("kafka"),
            Loopback.freePort(),
            Loopback.freePort(),
            root.resolve("kafka.log"));
    SignInServer signIn =
        new SignInServer(root.resolve("sign-in"), Loopback.freePort(), root.resolve("sign-in.log"));
    List<Part> parts = List.of(postgreSql, redis, kafka, signIn);

    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(parts, root, file), "stop infra"));
    endWith(Long.parseLong(arguments[1]));

    all(parts, Part::start);
    write(file, settings(postgreSql, redis, kafka, signIn));
    new CountDownLatch(1).await();
  }

  private static void endWith(long processId) {
    ProcessHandle owner = ProcessHandle.of(processId).orElseThrow();
    Thread.ofVirtual()
        .start(() -> {
          owner.onExit().join();
          System.exit(0);
        });
  }

  private static Properties settings(
      PostgreSql postgreSql, Redis redis, Kafka kafka, SignInServer signIn) {
    Properties settings = new Properties();
    settings.setProperty("postgresql.port", Integer.toString(postgreSql.port()));
    settings.setProperty("postgresql.password", postgreSql.password());
    settings.setProperty("redis.port", Integer.toString(redis.port()));
    settings.setProperty("kafka.bootstrap", kafka.bootstrap());
    settings.setProperty("signin.issuer", signIn.issuer().url());
    return settings;
  }

  private static void write(Path file, Properties settings) throws IOException {
    Path draft = file.resolveSibling(file.getFileName() + ".draft");
    Files.deleteIfExists(draft);
    Files.createFile(
        draft, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try (OutputStream out = Files.newOutputStream(draft)) {
      settings.store(out, null);
    }
    Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
  }

  private static void stop(List<Part> parts, Path root, Path file) {
    all(parts, Part::stop);
    Directories.delete(root);
    try {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      System.err.println("Could not delete " + file + ": " + e.getMessage());
    }
  }

  private static void all(List<Part> parts, Consumer<Part> action) {
    CompletableFuture<?>[] actions =
        parts.stream()
            .map(part ->
                CompletableFuture.runAsync(() -> action.accept(part), Thread::startVirtualThread))
            .toArray(CompletableFuture[]::new);
    CompletableFuture.allOf(actions).join();
  }
}
