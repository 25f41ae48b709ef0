package dev.liveartifacts.connector.connection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SecretBoxTest {
  private record Keys(Optional<List<String>> key) implements SecretsConfig {}

  private static final UUID CONNECTION = new UUID(1, 2);
  private static final String ONE = key('1');
  private static final String TWO = key('2');

  private static String key(char fill) {
    byte[] bytes = String.valueOf(fill).repeat(32).getBytes(StandardCharsets.US_ASCII);
    return Base64.getEncoder().encodeToString(bytes);
  }

  private static SecretBox box(String... keys) {
    return new SecretBox(new Keys(Optional.of(List.of(keys))));
  }

  @Test
  void what_is_sealed_opens_again_and_cannot_be_read() {
    byte[] sealed = box(ONE).seal("t0ken", CONNECTION);

    assertThat(box(ONE).open(sealed, CONNECTION)).isEqualTo("t0ken");
    assertThat(new String(sealed, StandardCharsets.ISO_8859_1)).doesNotContain("t0ken");
    assertThat(box(ONE).seal("t0ken", CONNECTION)).isNotEqualTo(sealed);
  }

  @Test
  void a_ciphertext_moved_to_another_connection_does_not_open() {
    byte[] sealed = box(ONE).seal("t0ken", CONNECTION);

    assertThatThrownBy(() -> box(ONE).open(sealed, new UUID(1, 3)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void while_a_key_is_replaced_the_old_one_opens_and_the_new_one_seals() {
    byte[] old = box(ONE).seal("t0ken", CONNECTION);
    SecretBox both = box(TWO, ONE);

    assertThat(both.open(old, CONNECTION)).isEqualTo("t0ken");
    assertThat(box(TWO).open(both.seal("new", CONNECTION), CONNECTION)).isEqualTo("new");
    assertThatThrownBy(() -> box(TWO).open(old, CONNECTION))
        .hasMessageContaining("LIVE_SECRETS_KEY");
  }

  @ParameterizedTest
  @ValueSource(strings = {"nonsense!", "c2hvcnQ=", ""})
  void a_key_that_is_none_says_what_to_set(String key) {
    assertThatThrownBy(() -> box(key)).hasMessageContaining("openssl rand -base64 32");
  }

  @Test
  void no_key_says_what_to_set() {
    assertThatThrownBy(() -> new SecretBox(new Keys(Optional.empty())))
        .hasMessageContaining("LIVE_SECRETS_KEY");
  }
}
