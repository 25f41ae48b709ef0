package dev.liveartifacts.artifact.html;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PageBytesTest {
  @Test
  void a_page_is_read_in_the_encoding_that_it_has() {
    assertThat(read("<p>ä", StandardCharsets.UTF_8)).isEqualTo("<p>ä");
    assertThat(read("\uFEFF<p>ä", StandardCharsets.UTF_16LE)).isEqualTo("<p>ä");
    assertThat(read("\uFEFF<p>ä", StandardCharsets.UTF_16BE)).isEqualTo("<p>ä");
    assertThat(read("<p>ä€", Charset.forName("windows-1252"))).isEqualTo("<p>ä€");
    assertThat(read("<meta charset=iso-8859-2><p>ł", Charset.forName("iso-8859-2")))
        .isEqualTo("<meta charset=iso-8859-2><p>ł");
  }

  @Test
  void a_page_that_lies_about_its_encoding_is_read_all_the_same() {
    assertThat(read("<meta charset=utf-8><p>ä", StandardCharsets.ISO_8859_1))
        .isEqualTo("<meta charset=utf-8><p>ä");
    assertThat(read("<meta charset=no-such><p>ä", StandardCharsets.ISO_8859_1))
        .isEqualTo("<meta charset=no-such><p>ä");
    assertThat(PageBytes.read(new byte[0])).isEmpty();
  }

  private static String read(String text, Charset charset) {
    return PageBytes.read(text.getBytes(charset));
  }
}
