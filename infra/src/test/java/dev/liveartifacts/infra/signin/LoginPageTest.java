package dev.liveartifacts.infra.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoginPageTest {
  @Test
  void there_is_one_button_per_person_named_after_them() {
    String page = LoginPage.render("<form><!-- people --></form>");

    assertThat(Person.all())
        .allSatisfy(person ->
            assertThat(page)
                .contains("value=\"" + person.id() + "\" aria-label=\"" + person.name() + "\""));
  }
}
