package dev.liveartifacts.k8s;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DockerfileTest {
  @ParameterizedTest
  @ValueSource(strings = {"artifact-service", "connector-service", "scheduler-service"})
  void row_22_an_image_runs_as_the_user_and_on_the_port_that_the_manifests_say(String service)
      throws IOException {
    String dockerfile =
        Files.readString(Path.of("..", service, "src", "main", "docker", "Dockerfile"));
    String deployment = Files.readString(Path.of("base", service, "deployment.yaml"));

    assertThat(dockerfile)
        .containsPattern("FROM [^:\\s]+:25[\\w.-]*\\n")
        .contains("USER 10001:10001")
        .contains("EXPOSE 8080")
        .contains("QUARKUS_LOG_CONSOLE_JSON_ENABLED=true");
    assertThat(deployment).contains("runAsUser: 10001").contains("containerPort: 8080");
  }

  @Test
  void row_22_the_browsers_image_runs_as_the_user_and_on_the_port_that_its_manifest_says()
      throws IOException {
    String dockerfile = Files.readString(Path.of("components", "browser", "Dockerfile"));
    String deployment = Files.readString(Path.of("components", "browser", "deployment.yaml"));

    assertThat(dockerfile).contains("USER 10002:10002").contains("--remote-debugging-port=9223");
    assertThat(deployment)
        .contains("runAsUser: 10002")
        .contains("containerPort: 9222")
        .contains("TCP:127.0.0.1:9223");
  }
}
