package dev.liveartifacts.artifact.it;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who was invited and has never been here hears of it by mail. */
@QuarkusTest
@WithTestResource(MailServer.class)
class ShareMailIT extends RunningService {
  private static final String INVITED = "new.hire@acme.test";

  private GreenMail mail;

  @BeforeEach
  void startMail() {
    mail = MailServer.started(port());
  }

  @AfterEach
  void stopMail() {
    mail.stop();
  }

  @Test
  void an_invited_person_gets_one_mail_with_the_link_and_the_words_that_came_with_it()
      throws Exception {
    String id = create("ben");

    invite(id, INVITED, "For Monday’s meeting").then().statusCode(201);
    MimeMessage received = received();
    invite(id, INVITED, "Once more").then().statusCode(201);
    invite(id, "second@acme.test", null).then().statusCode(201);

    assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly(INVITED);
    assertThat(received.getSubject()).isEqualTo("Ben Okri shares “Open pipeline” with you");
    assertThat(received.getContent().toString())
        .contains("“For Monday’s meeting” You may open it.")
        .contains("Open it: " + app + "/a/" + id)
        .contains(INVITED);
    Awaitility.await().until(() -> mail.getReceivedMessages().length == 2);
    assertThat(mail.getReceivedMessages()[1].getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("second@acme.test");
  }

  @Test
  void who_has_been_here_gets_a_notice_and_no_mail() {
    String id = create("ben");
    as("cleo").get("/api/me").then().statusCode(200);

    invite(id, "Cleo@acme.test", null).then().statusCode(201);
    invite(id, INVITED, null).then().statusCode(201);

    Awaitility.await().until(() -> mail.getReceivedMessages().length == 1);
    as("cleo").get("/api/notices").then().statusCode(200);
    assertThat(as("cleo").get("/api/notices").<Integer>path("unread")).isEqualTo(1);
  }

  @Test
  void what_titles_and_messages_say_is_text_and_never_a_header_a_recipient_or_markup()
      throws Exception {
    String title =
        "Q4\r\nBcc: evil@x.test\r\nContent-Type: text/html\r\n\r\n"
            + "<img src=x onerror=alert(1)>\u2028\u202efdp";
    String id =
        as("ben")
            .body(Map.of("html", PAGE, "title", title))
            .post("/api/artifacts")
            .then()
            .statusCode(201)
            .extract()
            .path("id");

    invite(
            id,
            INVITED,
            "<a href=https://evil.test>Sign in</a>\r\n.\r\nRCPT TO:<evil@x.test>\r\nDATA")
        .then()
        .statusCode(201);
    MimeMessage received = received();

    assertThat(received.getAllRecipients()).extracting(Object::toString).containsExactly(INVITED);
    assertThat(received.getHeader("Bcc")).isNull();
    assertThat(received.getHeader("Content-Type")).hasSize(1);
    assertThat(received.getContentType()).startsWith("text/plain");
    assertThat(received.getContent()).isInstanceOf(String.class);
    assertThat(received.getSubject())
        .doesNotContain("\n", "\r", "\u2028", "\u202e")
        .contains("Bcc: evil@x.test Content-Type: text/html <img src=x onerror=alert(1)> fdp");
    assertThat(received.getContent().toString())
        .contains("<a href=https://evil.test>Sign in</a>")
        .contains("RCPT TO:<evil@x.test>")
        .contains("Open it: " + app + "/a/" + id);
    assertThat(mail.getReceivedMessages()).hasSize(1);
  }

  @Test
  void what_is_no_single_address_is_refused() {
    String id = create("ben");

    for (String address :
        List.of(
            "a@acme.test\r\nBcc: evil@x.test",
            "a@acme.test,evil@x.test",
            "a@acme.test, evil",
            "a,evil@x.test",
            "Ada<evil@x.test>",
            "\"Ada\"evil@x.test",
            "a(comment)@acme.test",
            "@acme.test",
            "a@")) {
      invite(id, address, null).then().statusCode(400);
    }

    as("ben").get("/api/artifacts/{id}/shares", id).then().statusCode(200);
    assertThat(as("ben").get("/api/artifacts/{id}/shares", id).<Integer>path("total")).isZero();
  }

  @Test
  void a_share_that_is_taken_back_before_its_mail_left_is_not_told() {
    String id = create("ben");
    mail.stop();
    String share = invite(id, INVITED, null).then().statusCode(201).extract().path("id");

    as("ben").delete("/api/artifacts/{id}/shares/{share}", id, share).then().statusCode(204);
    mail = MailServer.started(port());
    invite(id, "second@acme.test", null).then().statusCode(201);

    Awaitility.await()
        .atMost(Duration.ofSeconds(30))
        .until(() -> mail.getReceivedMessages().length == 1);
    assertThat(recipient()).isEqualTo("second@acme.test");
  }

  private String recipient() {
    try {
      return mail.getReceivedMessages()[0].getAllRecipients()[0].toString();
    } catch (MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private Response invite(String id, String email, String message) {
    Map<String, Object> share = new HashMap<>();
    share.put("kind", "person");
    share.put("email", email);
    share.put("role", "viewer");
    share.put("message", message);
    return as("ben").body(share).post("/api/artifacts/{id}/shares", id);
  }

  private MimeMessage received() {
    Awaitility.await()
        .atMost(Duration.ofSeconds(15))
        .until(() -> mail.getReceivedMessages().length > 0);
    return mail.getReceivedMessages()[0];
  }

  private static int port() {
    return ConfigProvider.getConfig().getValue("live.mail.port", Integer.class);
  }
}
