package dev.liveartifacts.e2e;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.List;
import java.util.Set;

/** A look at a screen: photographed, not scrolling sideways, without a serious barrier. */
final class Examination {
  private static final Set<String> SERIOUS = Set.of("serious", "critical");

  private Examination() {}

  static void of(Page page, String name) {
    page.getByRole(AriaRole.HEADING).first().waitFor();
    assertThat(page.locator(".skeleton")).hasCount(0);
    photograph(page, name);
    assertThat(
            page.evaluate(
                "() => document.documentElement.scrollWidth > document.documentElement.clientWidth"))
        .as(name + " scrolls sideways")
        .isEqualTo(false);
    // the page inside the frame is its maker's; what is ours is everything around it
    List<Rule> barriers =
        new AxeBuilder(page)
            .exclude("iframe").analyze().getViolations().stream()
                .filter(rule -> SERIOUS.contains(rule.getImpact()))
                .toList();
    assertThat(barriers)
        .as(name)
        .extracting(rule -> rule.getId() + ": " + rule.getNodes().getFirst().getHtml())
        .isEmpty();
  }

  static byte[] photograph(Page page, String name) {
    return page.screenshot(
        new Page.ScreenshotOptions().setPath(Visit.SCREENSHOTS.resolve(name + ".png")));
  }
}
