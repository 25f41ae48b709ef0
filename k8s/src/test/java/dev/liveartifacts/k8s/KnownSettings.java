package dev.liveartifacts.k8s;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The {@code live.*} settings that a service reads, found in its sources, as environment names. */
final class KnownSettings {
  private static final Pattern MAPPING =
      Pattern.compile("@ConfigMapping\\(prefix = \"(live[^\"]*)\"\\)");
  private static final Pattern MEMBER =
      Pattern.compile("(?:@WithName\\(\"([^\"]+)\"\\)[^;{}]*?)?\\b(\\w+)\\(\\);");
  private static final Pattern PROPERTY =
      Pattern.compile("name = \"(live\\.[^\"]+)\"|\\$\\{(live\\.[a-z.-]+)");
  private static final Pattern LINE =
      Pattern.compile("^(?:%\\w+\\.)?(live\\.[\\w.-]+)\\s*=", Pattern.MULTILINE);

  private KnownSettings() {}

  static Set<String> of(Path service) {
    Set<String> names = new TreeSet<>();
    try (Stream<Path> files = Files.walk(service.resolve("src/main"))) {
      for (Path file : files.filter(KnownSettings::isSource).toList()) {
        collect(Files.readString(file), names);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return names;
  }

  private static boolean isSource(Path file) {
    return file.toString().endsWith(".java") || file.endsWith("application.properties");
  }

  private static void collect(String text, Set<String> names) {
    PROPERTY
        .matcher(text)
        .results()
        .forEach(found -> names.add(env(found.group(1) == null ? found.group(2) : found.group(1))));
    LINE.matcher(text).results().forEach(found -> names.add(env(found.group(1))));
    Matcher mapping = MAPPING.matcher(text);
    if (mapping.find()) {
      MEMBER
          .matcher(text.substring(mapping.end()))
          .results()
          .forEach(member ->
              names.add(
                  env(
                      mapping.group(1)
                          + "."
                          + (member.group(1) == null ? kebab(member.group(2)) : member.group(1)))));
    }
  }

  private static String kebab(String name) {
    return name.replaceAll("([a-z0-9])([A-Z])", "$1-$2").toLowerCase(Locale.ROOT);
  }

  private static String env(String property) {
    return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
  }
}
