package dev.liveartifacts.artifact.html;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoctypeTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "<!doctype html><html>| <!doctype html>| <html>",
        "<!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\"><p>| <!DOCTYPE html PUBLIC \"-//W3C//DTD HTML 4.01 Transitional//EN\">| <p>",
        "<!-- saved --><!doctype html><p>| <!doctype html>| <!-- saved --><p>",
        "<?xml version=\"1.0\"?><!DOCTYPE html><p>| <!DOCTYPE html>| <?xml version=\"1.0\"?><p>",
        "<!--><!doctype html><p>| <!doctype html>| <!--><p>",
        "<!--><script>x</script>--><!doctype legacy>| <!doctype html>| <!--><script>x</script>--><!doctype legacy>",
        "<!-- --!><!doctype html><p>| <!doctype html>| <!-- --!><p>",
        "<!-- open <!doctype legacy>| <!doctype html>| <!-- open <!doctype legacy>",
        "<html lang=de><!doctype legacy>| <!doctype html>| <html lang=de><!doctype legacy>",
        "<p>| <!doctype html>| <p>",
        "text<!doctype legacy>| <!doctype html>| text<!doctype legacy>",
        "<!doctype| <!doctype html>| <!doctype",
      })
  void a_page_keeps_its_mode_or_gets_standards_mode(String page, String declaration, String rest) {
    assertThat(Doctype.of(page)).isEqualTo(new Doctype(declaration, rest));
  }
}
