package dev.liveartifacts.infra.process;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The class path that the servers run with. It is written down when this module is built, so that
 * Kafka and the sign-in server never mix with the class path of whoever starts them.
 */
public final class InfraClassPath {
  private static final String LIST = "/META-INF/infra.classpath";

  private InfraClassPath() {}

  /** Everything, ready for {@code java -cp}. */
  public static String joined() {
    return String.join(
        File.pathSeparator,
        Stream.concat(Stream.of(ownLocation()), jars().stream()).map(Path::toString).toList());
  }

  /** The jar whose file name starts like this. */
  public static Path jar(String prefix) {
    return jars().stream()
        .filter(jar -> jar.getFileName().toString().startsWith(prefix))
        .findFirst()
        .orElseThrow(() -> new PartFailure("No " + prefix + "*.jar: build infra again."));
  }

  /** {@code java} of the running JVM with the flags that small servers start fastest with. */
  public static List<String> java(
      String heap, List<String> flags, Class<?> main, List<String> arguments) {
    return Stream.of(
            List.of(
                ProcessHandle.current().info().command().orElse("java"),
                "-Xmx" + heap,
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                "-Dorg.slf4j.simpleLogger.showDateTime=true",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow"),
            flags,
            List.of("-cp", joined(), main.getName()),
            arguments)
        .flatMap(List::stream)
        .toList();
  }

  private static List<Path> jars() {
    try (InputStream list = InfraClassPath.class.getResourceAsStream(LIST)) {
      if (list == null) {
        throw new PartFailure("infra was packed without its class path: build infra again.");
      }
      String text = new String(list.readAllBytes(), StandardCharsets.UTF_8).strip();
      return Arrays.stream(text.split(File.pathSeparator)).map(Path::of).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Path ownLocation() {
    URL list = InfraClassPath.class.getResource(LIST);
    if (list == null) {
      throw new PartFailure("infra was packed without its class path: build infra again.");
    }
    String address = list.toString();
    String location =
        address.startsWith("jar:")
            ? address.substring("jar:".length(), address.indexOf("!/"))
            : address.substring(0, address.length() - LIST.length());
    return Path.of(URI.create(location));
  }
}
