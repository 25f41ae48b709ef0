package dev.liveartifacts.connector.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoredResultTest {
  private static final Instant NOW = Instant.parse("2026-03-02T07:00:00.123Z");

  private static StoredResult holding(byte[] json) {
    return new StoredResult(NOW.plusSeconds(60), NOW, 42, null, json);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 32 * 1024 - 1, 32 * 1024, 200_000})
  void what_is_kept_reads_back_byte_for_byte(int length) {
    byte[] json =
        "[1,2,3],".repeat(length / 8 + 1).substring(0, length).getBytes(StandardCharsets.UTF_8);

    StoredResult read = StoredResult.read(holding(json).bytes());

    assertThat(read.json()).isEqualTo(json);
    assertThat(read.storedAt()).isEqualTo(NOW);
    assertThat(read.freshUntil()).isEqualTo(NOW.plusSeconds(60));
    assertThat(read.durationMillis()).isEqualTo(42);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 200_000})
  void the_hash_of_its_shape_is_kept_with_it(int length) {
    String hash = "0123456789abcdef".repeat(4);
    StoredResult result = holding("x".repeat(length).getBytes(StandardCharsets.UTF_8)).shaped(hash);

    StoredResult read = StoredResult.read(result.bytes());

    assertThat(read.shapeHash()).isEqualTo(hash);
    assertThat(read.json()).isEqualTo(result.json());
    assertThat(StoredResult.read(holding(result.json()).bytes()).shapeHash()).isNull();
  }

  @Test
  void a_large_result_that_shrinks_is_kept_small() {
    byte[] json = "{\"name\":\"Acme\"},".repeat(20_000).getBytes(StandardCharsets.UTF_8);

    assertThat(holding(json).bytes().length).isLessThan(json.length / 4);
  }

  @Test
  void a_large_result_that_does_not_shrink_is_kept_as_it_is() {
    byte[] noise = new byte[100_000];
    new Random(7).nextBytes(noise);

    assertThat(holding(noise).bytes()).hasSize(noise.length + 35);
  }

  @Test
  void a_small_result_is_not_deflated() {
    byte[] json = "{}".getBytes(StandardCharsets.UTF_8);

    assertThat(holding(json).bytes()).endsWith(json);
  }

  @Test
  void freshness_ends_at_its_moment() {
    StoredResult result = holding(new byte[0]);

    assertThat(result.isFreshAt(NOW.plusMillis(59_999))).isTrue();
    assertThat(result.isFreshAt(NOW.plusMillis(60_000))).isFalse();
  }

  @Test
  void the_head_begins_with_digits_that_a_script_can_compare() {
    String head = new String(holding(new byte[0]).bytes(), 0, 13, StandardCharsets.US_ASCII);

    assertThat(Long.parseLong(head)).isEqualTo(NOW.plusSeconds(60).toEpochMilli());
  }

  @Test
  void a_cut_off_result_is_refused() {
    byte[] kept = holding("x".repeat(100_000).getBytes(StandardCharsets.UTF_8)).bytes();

    byte[] shaped = holding(new byte[0]).shaped("0".repeat(64)).bytes();
    assertThatThrownBy(() -> StoredResult.read(Arrays.copyOf(shaped, 60)))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StoredResult.read(new byte[3]))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> StoredResult.read(Arrays.copyOf(kept, 60)))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
