package dev.liveartifacts.local.system;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ProcessRecordTest {
  @TempDir Path directory;

  @Test
  void a_process_is_found_again_by_its_record() {
    ProcessRecords records = new ProcessRecords(new DataDir(directory));

    records.write("self", ProcessHandle.current());

    assertThat(records.running("self")).contains(ProcessHandle.current());
  }

  @Test
  void another_process_that_got_the_same_id_later_is_never_taken_for_ours() {
    ProcessRecord old =
        new ProcessRecord("old", ProcessHandle.current().pid(), Instant.EPOCH.plusSeconds(60));

    assertThat(old.running()).isEmpty();
  }

  @Test
  void a_damaged_record_is_no_process() {
    assertThat(new ProcessRecords(new DataDir(directory)).running("never written")).isEmpty();
  }
}
