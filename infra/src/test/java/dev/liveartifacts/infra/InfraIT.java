package dev.liveartifacts.infra;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.infra.signin.Person;
import java.sql.Connection;
import java.util.Map;
import org.junit.jupiter.api.Test;

class InfraIT {
  @Test
  void every_part_answers_and_is_the_same_the_next_time() throws Exception {
    Infra infra = Infra.shared();

    try (Connection connection = infra.database("anything").connect()) {
      assertThat(connection.isValid(1)).isTrue();
    }
    infra.reset("anything");
    assertThat(infra.signIn().accessToken(Person.ADA)).isNotEmpty();
    assertThat(Infra.shared().database("anything")).isEqualTo(infra.database("anything"));
    assertThat(Infra.shared().redis()).isEqualTo(infra.redis());
    assertThat(Infra.shared().topicSuffix()).isEqualTo(infra.topicSuffix());
  }

  @Test
  void a_quarkus_test_gets_the_parts_that_it_names_and_no_other() {
    InfraResource resource = new InfraResource();
    resource.init(Map.of("postgres", "connector", "signin", "connector-service"));

    assertThat(resource.start())
        .containsKeys("quarkus.datasource.reactive.url", "quarkus.oidc.auth-server-url")
        .containsEntry("quarkus.oidc.client-id", "connector-service")
        .doesNotContainKeys("quarkus.redis.hosts", "kafka.bootstrap.servers");
  }
}
