package dev.liveartifacts.artifact.html;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What stands before a page's first byte of content: its configuration and the page runtime. */
public final class Injection {
  private static final Pattern END_OF_SCRIPT =
      Pattern.compile("</(?=script)", Pattern.CASE_INSENSITIVE);
  private static final Pattern INJECTED =
      Pattern.compile("\\G<script data-live=\"(?:config|runtime)\">.*?</script>", Pattern.DOTALL);

  private Injection() {}

  /**
   * The two scripts, for the very beginning of a page.
   *
   * @param configJson any JSON text
   * @param runtime the second one
   */
  public static String of(String configJson, String runtime) {
    return data("__live", configJson) + runtime;
  }

  /**
   * One script that leaves data for the next.
   *
   * @param name of a property of the window
   * @param json any JSON text
   */
  public static String data(String name, String json) {
    return "<script data-live=\"config\">window." + name + "=" + forScript(json) + ";</script>";
  }

  /**
   * The page runtime's element, the same for every page.
   *
   * @param script in which {@code </script} and {@code <!--} occur in strings alone
   */
  public static String runtime(String script) {
    return "<script data-live=\"runtime\">" + guarded(script) + "</script>";
  }

  /** A page that was injected into before, without that. */
  static String strip(String html) {
    Matcher injected = INJECTED.matcher(html);
    int at = 0;
    while (injected.find(at)) {
      at = injected.end();
    }
    return html.substring(at);
  }

  /** JSON that neither ends a script nor hides its end, and is JavaScript of every age. */
  public static String forScript(String json) {
    return json.replace("<", "\\u003c")
        .replace(">", "\\u003e")
        .replace("&", "\\u0026")
        .replace("\u2028", "\\u2028")
        .replace("\u2029", "\\u2029");
  }

  private static String guarded(String script) {
    return END_OF_SCRIPT.matcher(script).replaceAll("<\\\\/").replace("<!--", "<\\!--");
  }
}
