package dev.liveartifacts.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A copy of this folder in which overlays are rendered, with secrets made for the occasion. */
record Kustomize(Path copy) {
  private static final Path HERE = Path.of("").toAbsolutePath();
  private static final List<String> FOLDERS = List.of("base", "components", "overlays");

  static Kustomize in(Path directory) {
    FOLDERS.forEach(folder -> copy(HERE.resolve(folder), directory.resolve(folder)));
    Kustomize kustomize = new Kustomize(directory);
    kustomize.makeSecrets();
    return kustomize;
  }

  /** The overlay as {@code kubectl apply -k} would send it. */
  String render(String overlay) {
    return run("kubectl", "kustomize", copy.resolve("overlays").resolve(overlay).toString());
  }

  /** Beside {@code production}, an overlay {@code production-with-…} that adds a component. */
  Kustomize with(String component) {
    Path overlay = copy.resolve("overlays/production-with-" + component);
    try {
      Files.createDirectory(overlay);
      Files.writeString(
          overlay.resolve("kustomization.yaml"),
          """
          apiVersion: kustomize.config.k8s.io/v1beta1
          kind: Kustomization
          namespace: live-artifacts
          resources: [../production]
          components: [../../components/%s]
          """
              .formatted(component));
      return this;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void makeSecrets() {
    run("bash", copy.resolve("overlays/dev/make-secrets").toString());
    Path examples = copy.resolve("overlays/production/secrets");
    try (Stream<Path> files = Files.list(examples)) {
      for (Path example : files.filter(file -> file.toString().endsWith(".example")).toList()) {
        Files.copy(example, Path.of(example.toString().replace(".example", "")));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String run(String... command) {
    try {
      Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
      String output = new String(process.getInputStream().readAllBytes());
      if (process.waitFor() != 0) {
        throw new IllegalStateException(String.join(" ", command) + " failed: " + output);
      }
      return output;
    } catch (IOException e) {
      throw new UncheckedIOException("Install " + command[0] + ": it is not on the PATH", e);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void copy(Path from, Path to) {
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(file -> !file.toString().endsWith(".env")).toList()) {
        if (!file.endsWith("overlays/dev/secrets")) {
          Files.copy(file, to.resolve(from.relativize(file).toString()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
