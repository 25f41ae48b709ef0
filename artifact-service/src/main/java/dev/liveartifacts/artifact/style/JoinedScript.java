package dev.liveartifacts.artifact.style;

import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * Modules that import each other, as the one classic script that stands in a page: each after those
 * that it needs. Their top-level names are distinct, and they import by name alone.
 */
public final class JoinedScript {
  private static final Pattern IMPORT =
      Pattern.compile("^import \\{[^}]*} from \"(\\.[^\"]+)\";\n", Pattern.MULTILINE);
  private static final Pattern EXPORT = Pattern.compile("^export ", Pattern.MULTILINE);

  private final Map<String, String> modules = new LinkedHashMap<>();

  private JoinedScript() {}

  /**
   * @param path of the module that imports the others, on the class path
   */
  public static String of(String path) {
    JoinedScript script = new JoinedScript();
    script.add(path);
    return "(() => {\n\"use strict\";\n\n" + String.join("\n", script.modules.values()) + "})();\n";
  }

  private void add(String path) {
    if (modules.containsKey(path)) {
      return;
    }
    String module = PackedText.of(path);
    IMPORT
        .matcher(module)
        .results()
        .map((MatchResult found) -> URI.create(path).resolve(found.group(1)).normalize().toString())
        .toList()
        .forEach(this::add);
    String bare = EXPORT.matcher(IMPORT.matcher(module).replaceAll("")).replaceAll("");
    modules.putIfAbsent(path, bare.strip() + "\n");
  }
}
