package dev.liveartifacts.connector.egress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.smallrye.mutiny.Uni;
import java.net.InetAddress;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Security row 5. The resolver is the test's own: no packet leaves, no name is looked up. */
class EgressGuardTest {
  private record Settings(
      boolean allowLoopback, boolean allowHttp, Optional<List<String>> allowNetworks)
      implements EgressConfig {}

  private static final Settings CLOSED = new Settings(false, false, Optional.empty());
  private static final Settings LOCAL = new Settings(true, true, Optional.empty());

  private static EgressGuard guard(EgressConfig config, String... addresses) {
    List<InetAddress> found = List.of(addresses).stream().map(InetAddress::ofLiteral).toList();
    return new EgressGuard(config, host -> Uni.createFrom().item(found));
  }

  private static Destination check(EgressGuard guard, String endpoint) {
    return guard.check(URI.create(endpoint)).await().indefinitely();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0.0.0.0",
        "0.1.2.3",
        "10.0.0.1",
        "10.255.255.255",
        "100.64.0.1",
        "100.100.100.200",
        "127.0.0.1",
        "127.255.255.254",
        "168.63.129.16",
        "169.254.0.1",
        "169.254.169.254",
        "172.16.0.1",
        "172.31.255.255",
        "192.0.0.1",
        "192.0.0.192",
        "192.0.2.1",
        "192.88.99.1",
        "192.168.1.1",
        "198.18.0.1",
        "198.19.255.255",
        "198.51.100.7",
        "203.0.113.9",
        "224.0.0.1",
        "239.255.255.255",
        "240.0.0.1",
        "255.255.255.255",
        "::",
        "::1",
        "::7f00:1",
        "::ffff:127.0.0.1",
        "::ffff:10.0.0.1",
        "::ffff:169.254.169.254",
        "64:ff9b::a9fe:a9fe",
        "64:ff9b::7f00:1",
        "64:ff9b:1::1",
        "100::1",
        "2001::1",
        "2001:db8::1",
        "2002:7f00:1::",
        "2002:a9fe:a9fe::1",
        "3fff::1",
        "fc00::1",
        "fd00:ec2::254",
        "fd12:3456::1",
        "fe80::1",
        "fec0::1",
        "ff02::1",
        "4000::1"
      })
  void an_address_that_is_not_public_is_refused(String address) {
    EgressGuard guard = guard(CLOSED, address);

    assertThatThrownBy(() -> check(guard, "https://erp.example/mcp"))
        .isInstanceOf(EgressRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1.1.1.1",
        "9.255.255.255",
        "11.0.0.1",
        "100.63.255.255",
        "100.128.0.1",
        "126.255.255.255",
        "128.0.0.1",
        "169.253.255.255",
        "172.15.255.255",
        "172.32.0.1",
        "192.167.255.255",
        "223.255.255.255",
        "2606:4700::1111",
        "2a00:1450:4001::1"
      })
  void a_public_address_is_let_through(String address) {
    assertThat(check(guard(CLOSED, address), "https://erp.example/mcp").addresses())
        .containsExactly(InetAddress.ofLiteral(address));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://127.0.0.1/",
        "https://[::1]/",
        "https://[::ffff:127.0.0.1]/",
        "https://[::]/",
        "https://[::ffff:7f00:1]/",
        "https://[64:ff9b::169.254.169.254]/",
        "https://10.1.2.3:8443/",
        "https://169.254.169.254/latest/meta-data/",
        "https://[fd00:ec2::254]/"
      })
  void an_address_in_the_endpoint_itself_is_checked_like_a_resolved_one(String endpoint) {
    EgressGuard guard = guard(CLOSED, "1.1.1.1");

    assertThatThrownBy(() -> check(guard, endpoint)).isInstanceOf(EgressRefused.class);
    assertThatThrownBy(() -> guard.checkText(URI.create(endpoint)))
        .isInstanceOf(EgressRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "https://2130706433/", "https://017700000001/", "https://0x7f000001/", "https://0x7f.1/",
        "https://127.1/", "https://127.0.1/", "https://0177.0.0.1/", "https://127.0.0.01/",
        "https://127.0.0.1./", "https://1.1.1.1../", "https://256.1.1.1/", "https://1.1.1.1.1/",
        "https://erp.example.1/", "https://erp.0x10/"
      })
  void a_number_in_another_spelling_is_refused_before_anything_reads_it(String endpoint) {
    EgressGuard local = guard(LOCAL, "127.0.0.1");

    assertThatThrownBy(() -> check(local, endpoint)).isInstanceOf(EgressRefused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "http://erp.example/",
        "ftp://erp.example/",
        "file:///etc/passwd",
        "mailto:a@erp.example",
        "javascript:alert(1)",
        "//erp.example/",
        "https:///mcp",
        "https://user@erp.example/",
        "https://user:secret@erp.example/",
        "https://erp.example:0/",
        "https://erp.example:70000/",
        "https://erp_example/",
        "https://-erp.example/",
        "https://[fe80::1%25eth0]/"
      })
  void an_endpoint_in_the_wrong_form_is_refused(String endpoint) {
    EgressGuard guard = guard(CLOSED, "1.1.1.1");

    assertThatThrownBy(() -> check(guard, endpoint)).isInstanceOf(EgressRefused.class);
  }

  @Test
  void one_private_address_among_public_ones_refuses_the_name() {
    EgressGuard guard = guard(CLOSED, "1.1.1.1", "10.0.0.1");

    assertThatThrownBy(() -> check(guard, "https://two-faces.example/"))
        .isInstanceOf(EgressRefused.class);
  }

  @Test
  void a_name_that_changes_its_mind_is_asked_once() {
    AtomicInteger asked = new AtomicInteger();
    EgressGuard guard =
        new EgressGuard(
            CLOSED,
            host ->
                Uni.createFrom()
                    .item(() ->
                        List.of(
                            InetAddress.ofLiteral(
                                asked.incrementAndGet() == 1 ? "1.1.1.1" : "127.0.0.1"))));

    Destination destination = check(guard, "https://rebinding.example/mcp?a=b");

    assertThat(asked).hasValue(1);
    assertThat(destination.addresses()).containsExactly(InetAddress.ofLiteral("1.1.1.1"));
    assertThat(destination.host()).isEqualTo("rebinding.example");
    assertThat(destination.target()).isEqualTo("/mcp?a=b");
  }

  @Test
  void a_name_without_an_address_is_not_found() {
    EgressGuard guard = guard(CLOSED);

    assertThatThrownBy(() -> check(guard, "https://nowhere.example/"))
        .isInstanceOf(HostNotFound.class);
  }

  @Test
  void a_trailing_dot_changes_nothing() {
    assertThat(check(guard(CLOSED, "1.1.1.1"), "https://ERP.example./").host())
        .isEqualTo("erp.example");
  }

  @ParameterizedTest
  @CsvSource({"127.0.0.1, true", "::1, true", "10.0.0.1, false", "169.254.169.254, false"})
  void on_one_machine_loopback_is_open_and_nothing_else(String address, boolean open) {
    EgressGuard guard = guard(LOCAL, address);

    if (open) {
      assertThatCode(() -> check(guard, "http://localhost:8084/crm/mcp"))
          .doesNotThrowAnyException();
    } else {
      assertThatThrownBy(() -> check(guard, "http://localhost:8084/"))
          .isInstanceOf(EgressRefused.class);
    }
  }

  @Test
  void a_network_that_the_administrator_trusts_is_open_but_never_the_metadata_inside_it() {
    Settings trusting =
        new Settings(false, false, Optional.of(List.of("10.20.0.0/16", "169.254.0.0/16")));

    assertThat(check(guard(trusting, "10.20.3.4"), "https://erp.internal/").port()).isEqualTo(443);
    assertThatThrownBy(() -> check(guard(trusting, "10.21.0.1"), "https://erp.internal/"))
        .isInstanceOf(EgressRefused.class);
    assertThatThrownBy(() -> check(guard(trusting, "169.254.169.254"), "https://erp.internal/"))
        .isInstanceOf(EgressRefused.class);
  }
}
