package dev.liveartifacts.artifact.session;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeviceTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36 | Chrome on Linux",
        "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0 | Edge on Windows",
        "Mozilla/5.0 (Macintosh; Intel Mac OS X 15_0) AppleWebKit/605.1 Version/19.0 Safari/605.1 | Safari on macOS",
        "Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1 CriOS/140.0 Safari/605.1 | Chrome on iPhone",
        "Mozilla/5.0 (Android 16; Mobile; rv:142.0) Gecko/142.0 Firefox/142.0 | Firefox on Android",
        "Mozilla/5.0 (Windows NT 10.0) Something/1 | A browser on Windows",
        "curl/8.1 | Another program"
      })
  void a_browser_is_named_as_its_owner_knows_it(String userAgent, String words) {
    assertThat(Device.words(userAgent)).isEqualTo(words);
  }

  @Test
  void who_says_nothing_is_another_program() {
    assertThat(Device.words(null)).isEqualTo("Another program");
  }
}
