package dev.liveartifacts.artifact.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ServedPageTest {
  private static final int PIECE = 64 * 1_024;

  @Property(tries = 60)
  void in_pieces_it_is_the_same_page(
      @ForAll String text, @ForAll @IntRange(max = 3 * PIECE) int length, @ForAll boolean packed) {
    String filler = "é𝛑".repeat(length).substring(0, length);
    ServedPage page = new ServedPage(200, "<!doctype html>", filler + text);

    byte[] whole = whole(page, packed ? new GzipPacking() : Packing.NONE);

    assertThat(packed ? unpacked(whole) : whole)
        .isEqualTo(("<!doctype html>" + filler + text).getBytes(UTF_8));
  }

  @Test
  void a_browser_can_read_the_beginning_before_the_rest_is_there() throws IOException {
    ServedPage page = new ServedPage(200, "<script>run()</script>", "x".repeat(PIECE));

    byte[] first = new GzipPacking().pack(page.pieces().getFirst());

    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(first))) {
      assertThat(new String(in.readNBytes(22), UTF_8)).isEqualTo("<script>run()</script>");
    }
  }

  @Test
  void a_page_of_nothing_is_its_beginning() {
    ServedPage page = new ServedPage(200, "<!doctype html>", "");

    assertThat(page.pieces()).containsExactly(new ServedPage.Piece("<!doctype html>", true));
    assertThat(unpacked(whole(page, new GzipPacking())))
        .isEqualTo("<!doctype html>".getBytes(UTF_8));
  }

  private static byte[] whole(ServedPage page, Packing packing) {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    page.pieces().forEach(piece -> whole.writeBytes(packing.pack(piece)));
    return whole.toByteArray();
  }

  private static byte[] unpacked(byte[] gzip) {
    try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(gzip))) {
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
