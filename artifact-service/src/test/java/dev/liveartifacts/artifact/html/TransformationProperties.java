package dev.liveartifacts.artifact.html;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

class TransformationProperties {
  private static final String INJECTED =
      Injection.of("{\"title\":\"t\"}", Injection.runtime("run()"));
  private static final Transformation TRANSFORMATION = new Transformation(TransformationTest.SHELF);

  @Property(tries = 2_000)
  void a_malformed_page_never_breaks_it_and_never_runs_before_the_runtime(
      @ForAll("pages") String page) {
    Document parsed = Jsoup.parse(TransformationTest.whole(page, INJECTED));

    Element first = parsed.expectFirst("script");
    assertThat(first.attr("data-live")).isEqualTo("config");
    assertThat(parsed.select("script").get(1).data()).isEqualTo("run()");
  }

  @Property(tries = 2_000)
  void transforming_twice_is_transforming_once(@ForAll("pages") String page) {
    String once = TransformationTest.whole(page, INJECTED);

    assertThat(TransformationTest.whole(once, INJECTED)).isEqualTo(once);
  }

  @Property(tries = 500)
  void reading_what_a_page_says_about_itself_never_fails(@ForAll("pages") String page) {
    assertThat(PageFacts.of(page).tools()).hasSizeLessThanOrEqualTo(500);
  }

  @Provide
  Arbitrary<String> pages() {
    Arbitrary<String> pieces =
        Arbitraries.of(
            "<!doctype html>",
            "<!DOCTYPE html PUBLIC \"a>b\">",
            "<html lang=de>",
            "<head>",
            "</head>",
            "<body onload=x()>",
            "<!--",
            "-->",
            "--!>",
            "<!-->",
            "<!--->",
            "<![CDATA[",
            "]]>",
            "<?xml ",
            "?>",
            "<script>",
            "</script>",
            "<script data-live=\"config\">",
            "<script data-live=\"runtime\">",
            "<script src=https://cdn.jsdelivr.net/npm/chart.js@4.4.0/dist/chart.umd.js integrity=x>",
            "<script src=\"https://cdn.jsdelivr.net/npm/chart.js@4.5.0/dist/chart.umd.js\" src=b SRC='c'>",
            "<script/src='//unpkg.com/chart.js'",
            "<link rel=\"preconnect stylesheet\" href=https://a.test>",
            "<link rel=prefetch href='https://a.test",
            "<meta http-equiv=refresh content=0>",
            "<style>",
            "</style>",
            "@import 'https://a.test/x.css';",
            "<svg>",
            "<math><mtext>",
            "<template>",
            "<noscript>",
            "<textarea>",
            "<title>",
            "</title>",
            "<table><tr>",
            "<select>",
            "<plaintext>",
            "<frameset>",
            "<p",
            " a=\"",
            "'",
            ">",
            "<",
            "&#0;",
            "&",
            "\0",
            "\uFEFF",
            "\uD800",
            "\r\n",
            "\u2028",
            "mcp__a__b",
            "<script type=application/json id=cowork-artifact-meta>",
            "{\"mcpTools\":[1,{},\"mcp__a__b\"]}",
            "{\"name\":");
    return pieces.list().ofMaxSize(14).map(parts -> String.join("", parts));
  }
}
