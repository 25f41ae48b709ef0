package dev.liveartifacts.artifact.html;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What an imported page tells about itself. Nothing in it can make an import fail.
 *
 * @param tools the names that it asks for, each once
 * @param notes what the owner should know: {@code meta-missing}, {@code meta-invalid}
 */
public record PageFacts(
    @Nullable String title,
    @Nullable String description,
    List<String> tools,
    ServerNames servers,
    List<String> notes) {
  private static final int MOST_TOOLS = 500;
  private static final int LONGEST = 256;
  private static final Pattern TOOL_IN_TEXT =
      Pattern.compile("\\bmcp__[A-Za-z0-9_.-]{1,200}__[A-Za-z0-9_.-]{1,100}");

  public static PageFacts of(String html) {
    Document page = Jsoup.parse(html);
    Element block = page.getElementById("cowork-artifact-meta");
    Optional<MetaBlock> meta = block == null ? Optional.empty() : MetaBlock.of(block.data());
    return new PageFacts(
        meta.map(MetaBlock::name).orElseGet(() -> title(page)),
        meta.map(MetaBlock::description).orElse(null),
        limited(meta.map(found -> found.tools().stream()).orElseGet(() -> toolsIn(html))),
        meta.map(MetaBlock::servers).orElse(ServerNames.NONE),
        meta.isPresent() ? List.of() : List.of(block == null ? "meta-missing" : "meta-invalid"));
  }

  private static @Nullable String title(Document page) {
    Element heading = page.selectFirst("h1");
    return Stream.of(page.title(), heading == null ? "" : heading.text())
        .filter(text -> !text.isBlank())
        .findFirst()
        .orElse(null);
  }

  private static Stream<String> toolsIn(String html) {
    return TOOL_IN_TEXT.matcher(html).results().map(MatchResult::group);
  }

  private static List<String> limited(Stream<String> names) {
    Set<String> distinct =
        names
            .filter(name -> name.length() <= LONGEST)
            .limit(MOST_TOOLS)
            .collect(Collectors.toCollection(LinkedHashSet::new));
    return List.copyOf(distinct);
  }
}
