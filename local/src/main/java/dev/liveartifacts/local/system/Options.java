package dev.liveartifacts.local.system;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * How to start: where the project lies, where its data goes, which ports, whether new data gets the
 * demo connectors and starter artifacts, whether JVMs leave an archive of their classes for the
 * next start, who is told what is going on, and what artifact-service and all three services are
 * set to beyond that.
 */
public record Options(
    Path home,
    DataDir dataDir,
    Ports ports,
    boolean seeded,
    boolean remembersClasses,
    Consumer<String> out,
    Map<String, String> artifactSettings,
    Map<String, String> serviceSettings) {
  public Options {
    artifactSettings = Map.copyOf(artifactSettings);
    serviceSettings = Map.copyOf(serviceSettings);
  }

  /** With the settings that every service has by itself. */
  public Options(
      Path home,
      DataDir dataDir,
      Ports ports,
      boolean seeded,
      boolean remembersClasses,
      Consumer<String> out) {
    this(home, dataDir, ports, seeded, remembersClasses, out, Map.of(), Map.of());
  }

  /** For a test: a data directory of its own, free ports, seeded, progress to standard output. */
  public static Options forTest(Path dataDir) {
    return new Options(
        findHome(), new DataDir(dataDir), Ports.free(), true, false, System.out::println);
  }

  public Options withPorts(Ports other) {
    return new Options(
        home, dataDir, other, seeded, remembersClasses, out, artifactSettings, serviceSettings);
  }

  public Options withoutSeed() {
    return new Options(
        home, dataDir, ports, false, remembersClasses, out, artifactSettings, serviceSettings);
  }

  /**
   * The same with settings of artifact-service, as environment variables.
   *
   * @param settings in addition to what it is given anyway
   */
  public Options withArtifactSettings(Map<String, String> settings) {
    return new Options(
        home, dataDir, ports, seeded, remembersClasses, out, settings, serviceSettings);
  }

  /**
   * The same with settings of all three services, as environment variables.
   *
   * @param settings in addition to what they are given anyway
   */
  public Options withServiceSettings(Map<String, String> settings) {
    return new Options(
        home, dataDir, ports, seeded, remembersClasses, out, artifactSettings, settings);
  }

  /**
   * The directory with the script {@code live}, as the script says, else at or above the working
   * directory.
   */
  public static Path findHome() {
    String told = System.getProperty("live.home");
    if (told != null) {
      return Path.of(told);
    }
    Path directory = Path.of("").toAbsolutePath();
    while (!Files.exists(directory.resolve("live"))
        || !Files.exists(directory.resolve("pom.xml"))) {
      Path parent = directory.getParent();
      if (parent == null) {
        throw new LocalFailure("Run this inside a checkout of Live Artifacts.");
      }
      directory = parent;
    }
    return directory;
  }
}
