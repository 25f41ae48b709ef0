package dev.liveartifacts.artifact.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.artifact.access.Role;
import dev.liveartifacts.artifact.access.ShareKind;
import dev.liveartifacts.artifact.delivery.Message;
import dev.liveartifacts.artifact.person.Person;
import dev.liveartifacts.artifact.person.WorkspaceRole;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class AnnouncementTest {
  private static final WorkspaceRole MEMBER = new WorkspaceRole(true, true, false);

  @Test
  void a_name_that_a_sign_in_server_gave_is_one_line_that_reads_in_one_direction() {
    Person hostile =
        Person.of(
            "https://issuer.test",
            "eve",
            "Eve\r\nBcc: all@acme.test\n\n\u202e<script>\u0000\u2029x",
            "eve@x.test",
            Set.of(),
            MEMBER);
    Invitation invitation =
        new Invitation(ShareKind.PERSON, "new@acme.test", null, Role.VIEWER, null, null);

    Message mail =
        new Announcement(UUID.randomUUID(), UUID.randomUUID(), "T\u0085itle", hostile, invitation)
            .mail("new@acme.test", "https://live.acme.test/a/1", Instant.EPOCH);

    assertThat(mail.title())
        .isEqualTo("Eve Bcc: all@acme.test <script> x shares “T itle” with you");
    assertThat(mail.body().lines().findFirst())
        .contains("Eve Bcc: all@acme.test <script> x shares “T itle” with you.");
  }
}
