package dev.liveartifacts.connector.call;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.connector.call.CallPolicy.Mode;
import dev.liveartifacts.connector.call.CallPolicy.Verdict;
import dev.liveartifacts.connector.policy.Permission;
import dev.liveartifacts.connector.policy.Policy;
import dev.liveartifacts.connector.policy.PolicySource;
import dev.liveartifacts.connector.policy.Treatment;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CallPolicyTest {
  @ParameterizedTest
  @CsvSource({
    // kind, policy, confirmed, presence: what comes of it
    "READS,  ALLOW, false, ATTENDED,   SHARE",
    "READS,  ALLOW, true,  ATTENDED,   SHARE",
    "READS,  ALLOW, false, UNATTENDED, SHARE",
    "READS,  ALLOW, true,  UNATTENDED, SHARE",
    "READS,  ASK,   false, ATTENDED,   UNCONFIRMED",
    "READS,  ASK,   true,  ATTENDED,   SHARE",
    "READS,  ASK,   false, UNATTENDED, NOBODY_THERE",
    "READS,  ASK,   true,  UNATTENDED, SHARE",
    "READS,  BLOCK, false, ATTENDED,   BLOCKED",
    "READS,  BLOCK, true,  ATTENDED,   BLOCKED",
    "READS,  BLOCK, false, UNATTENDED, BLOCKED",
    "READS,  BLOCK, true,  UNATTENDED, BLOCKED",
    "WRITES, ALLOW, false, ATTENDED,   DIRECT",
    "WRITES, ALLOW, true,  ATTENDED,   DIRECT",
    "WRITES, ALLOW, false, UNATTENDED, WRITES",
    "WRITES, ALLOW, true,  UNATTENDED, WRITES",
    "WRITES, ASK,   false, ATTENDED,   UNCONFIRMED",
    "WRITES, ASK,   true,  ATTENDED,   DIRECT",
    "WRITES, ASK,   false, UNATTENDED, WRITES",
    "WRITES, ASK,   true,  UNATTENDED, WRITES",
    "WRITES, BLOCK, false, ATTENDED,   BLOCKED",
    "WRITES, BLOCK, true,  ATTENDED,   BLOCKED",
    "WRITES, BLOCK, false, UNATTENDED, BLOCKED",
    "WRITES, BLOCK, true,  UNATTENDED, BLOCKED",
  })
  void every_case_is_decided(
      Treatment treatment, Policy policy, boolean confirmed, Mode mode, Verdict verdict) {
    Permission permission = new Permission(treatment, policy, PolicySource.DEFAULT);

    assertThat(Verdict.of(permission, confirmed, mode)).isEqualTo(verdict);
  }
}
