package dev.liveartifacts.artifact.style;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class JoinedScriptTest {
  private static final Pattern NAMES =
      Pattern.compile("^(?:async )?(?:function|const|let) (\\w+|\\$)", Pattern.MULTILINE);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pages/script/start.js",
        "templates/scripts/open-pipeline.js",
        "templates/scripts/cfo-dashboard.js"
      })
  void modules_become_one_script_in_which_every_name_means_one_thing(String path) {
    String script = JoinedScript.of(path);

    assertThat(script).startsWith("(() => {").endsWith("})();\n").doesNotContain("</script");
    assertThat(script.lines())
        .noneMatch(line -> line.startsWith("import "))
        .noneMatch(line -> line.startsWith("export "));
    List<String> names =
        NAMES.matcher(script).results().map((MatchResult found) -> found.group(1)).toList();
    assertThat(names).isNotEmpty().doesNotHaveDuplicates();
  }

  @Test
  void a_module_stands_after_those_that_it_needs() {
    String script = JoinedScript.of("pages/script/start.js");

    assertThat(script.indexOf("function make(")).isLessThan(script.indexOf("function showTable("));
    assertThat(script.indexOf("function showTable(")).isLessThan(script.indexOf("function start("));
  }

  @Test
  void a_module_that_is_not_there_is_named() {
    assertThatThrownBy(() -> JoinedScript.of("pages/script/nothing.js"))
        .hasMessageContaining("pages/script/nothing.js");
  }
}
