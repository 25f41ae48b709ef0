package dev.liveartifacts.artifact.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LocalPathTest {
  @ParameterizedTest
  @ValueSource(strings = {"/", "/a/0b0e", "/connectors?add=1", "/a/0b0e#data", "/a/x%20y?b=c&d=e"})
  void a_path_of_this_app_is_kept(String path) {
    assertThat(LocalPath.of(path).path()).isEqualTo(path);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://evil.test",
        "//evil.test",
        "/\\evil.test",
        "\\\\evil.test",
        "javascript:alert(1)",
        "/%2fevil.test",
        "/%5cevil.test",
        "/a//evil.test",
        "/a\r\nSet-Cookie: x=y",
        "/a/../..//evil.test",
        "/%0d%0aLocation:x",
        "/\tevil.test",
        " /a",
        "",
        "a",
        "/signin?to=/signin",
        "/signout",
        "/api/me",
        "/a\u0000",
        "/ä",
        "http:/a",
        "/a?next=//evil.test"
      })
  void anything_else_leads_to_the_gallery(String path) {
    assertThat(LocalPath.of(path).path()).isEqualTo("/");
  }

  @Test
  void nothing_leads_to_the_gallery() {
    assertThat(LocalPath.of(null).path()).isEqualTo("/");
  }
}
