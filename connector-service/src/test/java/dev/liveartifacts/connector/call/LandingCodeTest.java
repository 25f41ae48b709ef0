package dev.liveartifacts.connector.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveartifacts.contracts.call.CallError;
import dev.liveartifacts.contracts.call.ErrorCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LandingCodeTest {
  @Test
  void a_good_result_is_only_pointed_at() {
    StoredResult result = new StoredResult(Instant.EPOCH, Instant.EPOCH, 1, null, new byte[1000]);

    byte[] written = LandingCode.write(new Landing.Landed(result));

    assertThat(written).hasSize(1);
    assertThat(LandingCode.read(written)).isEqualTo(new LandingCode.InCache());
  }

  @Test
  void a_miss_reaches_the_followers_as_it_was() {
    Landing.Missed missed =
        new Landing.Missed(new CallError(ErrorCode.RATE_LIMITED, "Slower.", true, 5L), true, 7);

    assertThat(LandingCode.read(LandingCode.write(missed)))
        .isEqualTo(new LandingCode.Whole(missed));
  }

  @Test
  void a_tools_failure_reaches_the_followers_byte_for_byte() {
    byte[] json = "{\"isError\":true}".getBytes(StandardCharsets.UTF_8);

    LandingCode read = LandingCode.read(LandingCode.write(new Landing.ToolFailed(json, 1234)));

    assertThat(((LandingCode.Whole) read).landing())
        .isInstanceOfSatisfying(
            Landing.ToolFailed.class,
            failed -> {
              assertThat(failed.json()).isEqualTo(json);
              assertThat(failed.durationMillis()).isEqualTo(1234);
            });
  }

  @Test
  void something_else_is_refused() {
    assertThatThrownBy(() -> LandingCode.read(new byte[] {'?'}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> LandingCode.read(new byte[0]))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
