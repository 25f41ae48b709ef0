package dev.liveartifacts.artifact.audit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.liveartifacts.artifact.audit.Deed.Weight;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeedsTest {
  private static final UUID ID = UUID.fromString("0b0e0000-0000-4000-8000-000000000001");

  private final Deeds deeds = Deeds.fromTable();

  @Test
  void a_request_is_called_what_it_does_and_says_what_it_does_it_to() {
    Deed deed = deeds.of("POST", "/api/artifacts/" + ID + "/shares");

    assertThat(deed).isEqualTo(new Deed("share.add", Weight.CHANGE, Subject.artifact(ID)));
    assertThat(deeds.of("PUT", "/api/connectors/" + ID + "/tools/list_deals/policy").subject())
        .isEqualTo(new Subject(null, ID, null, "list_deals"));
  }

  @ParameterizedTest
  @CsvSource({"POST", "PUT", "PATCH", "DELETE"})
  void whatever_changes_something_is_written_down_also_if_nobody_gave_it_a_name(String method) {
    Deed deed = deeds.of(method, "/api/artifacts/" + ID + "/something/new");

    assertThat(deed).isEqualTo(new Deed("other.change", Weight.CHANGE, Subject.artifact(ID)));
  }

  @Test
  void what_only_reads_and_has_no_name_is_looked_at_when_it_is_over() {
    assertThat(deeds.of("GET", "/api/artifacts").weight()).isEqualTo(Weight.ASIDE);
    assertThat(deeds.of("HEAD", "/api/artifacts/" + ID + "/export").action())
        .isEqualTo("artifact.export");
  }

  @Test
  void row_20_nothing_of_an_address_is_kept_but_ids_of_ours() {
    assertThat(deeds.of("GET", "/s/the-secret-of-a-public-link").toString())
        .doesNotContain("secret");
    assertThat(deeds.of("POST", "/api/artifacts/secret/secret").toString())
        .doesNotContain("secret");
  }
}
