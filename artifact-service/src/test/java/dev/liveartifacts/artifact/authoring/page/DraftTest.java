package dev.liveartifacts.artifact.authoring.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;

class DraftTest {
  private static final Draft PAGE = new Draft("<h1>One</h1><p>a</p><p>a</p>", "One", "");

  @Test
  void a_change_replaces_the_one_place_that_it_names() throws Exception {
    Draft changed = PAGE.changed(changes("<h1>One", "<h1>$1 Two"));

    assertThat(changed.html()).isEqualTo("<h1>$1 Two</h1><p>a</p><p>a</p>");
    assertThat(changed.title()).isEqualTo("One");
  }

  @Test
  void a_change_of_no_place_or_of_several_is_refused_in_words() {
    assertThatThrownBy(() -> PAGE.changed(changes("<h2>", "")))
        .hasMessageContaining("no such text");
    assertThatThrownBy(() -> PAGE.changed(changes("", "x"))).hasMessageContaining("no such text");
    assertThatThrownBy(() -> PAGE.changed(changes("<p>a</p>", "b")))
        .hasMessageContaining("more than once");
    assertThatThrownBy(() -> PAGE.changed(new JsonMapper().createObjectNode()))
        .hasMessageContaining("Nothing was changed");
  }

  @Test
  void the_shared_stylesheet_stands_in_the_page_and_is_kept_from_claude() {
    Stylesheet stylesheet = new Stylesheet("p { content: \"$1\\A\" }");
    Draft written = new Draft("<style data-tokens></style><p>a</p>", "", "");

    Draft whole = stylesheet.in(written);

    assertThat(whole.html())
        .isEqualTo("<style data-tokens>p { content: \"$1\\A\" }</style><p>a</p>");
    assertThat(stylesheet.outOf(whole)).isEqualTo(written);
    assertThat(stylesheet.in(PAGE)).isEqualTo(PAGE);
  }

  private static ObjectNode changes(String find, String replace) {
    ObjectNode input = new JsonMapper().createObjectNode();
    input.putArray("changes").addObject().put("find", find).put("replace", replace);
    return input;
  }
}
