package dev.liveartifacts.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.liveartifacts.infra.process.Part;
import dev.liveartifacts.infra.process.PartFailure;
import dev.liveartifacts.infra.process.ServerProcess;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {
  @TempDir Path directory;

  private final List<String> started = new CopyOnWriteArrayList<>();
  private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
  private Supervisor supervisor = nobody();

  @AfterEach
  void stop() {
    supervisor.stopAll();
  }

  @Test
  void a_member_starts_after_what_it_needs() {
    Sleeper ground = new Sleeper("ground");
    Sleeper house = new Sleeper("house");
    supervise(
        new Member("house", house, List.of("ground"), () -> {}), Member.ground("ground", ground));

    supervisor.startAll();

    assertThat(started).containsExactly("ground", "house");
  }

  @Test
  void one_that_ends_by_itself_is_reported_and_comes_back() throws InterruptedException {
    Sleeper redis = new Sleeper("Redis");
    supervise(Member.ground("redis", redis));
    supervisor.startAll();
    said.clear();

    redis.process().kill();

    assertThat(said.poll(20, TimeUnit.SECONDS)).startsWith("Redis ended by itself");
    assertThat(said.poll(20, TimeUnit.SECONDS)).isEqualTo("Redis is back.");
    assertThat(redis.process().alive()).isTrue();
  }

  @Test
  void one_that_was_killed_on_purpose_stays_dead_until_it_is_started() {
    Sleeper redis = new Sleeper("Redis");
    supervise(Member.ground("redis", redis));
    supervisor.startAll();

    supervisor.kill("redis");
    assertThat(redis.process().alive()).isFalse();

    supervisor.start("redis");
    assertThat(redis.process().alive()).isTrue();
  }

  @Test
  void one_that_cannot_start_stops_the_others() {
    Sleeper ground = new Sleeper("ground");
    Sleeper broken =
        new Sleeper("broken") {
          @Override
          public void start() {
            throw new PartFailure("broken is broken");
          }
        };
    supervise(
        Member.ground("ground", ground), new Member("broken", broken, List.of("ground"), () -> {}));

    assertThatThrownBy(() -> supervisor.startAll()).hasMessage("broken is broken");
    assertThat(ground.process().alive()).isFalse();
  }

  @Test
  void after_a_crash_everything_on_record_is_found_and_ended() {
    Sleeper ground = new Sleeper("ground");
    supervise(Member.ground("ground", ground));
    supervisor.startAll();

    List<String> ended = new Leftovers(records()).end();

    assertThat(ended).containsExactly("ground");
    ground.process().awaitEnd();
    assertThat(ground.process().alive()).isFalse();
  }

  private static Supervisor nobody() {
    ProcessRecords none = new ProcessRecords(new DataDir(Path.of("target")));
    return new Supervisor(List.of(), none, new Progress(sentence -> {}));
  }

  private void supervise(Member... members) {
    supervisor = new Supervisor(List.of(members), records(), new Progress(said::add));
  }

  private ProcessRecords records() {
    return new ProcessRecords(new DataDir(directory));
  }

  private class Sleeper implements Part {
    private final ServerProcess process;

    Sleeper(String name) {
      this.process = new ServerProcess(name, directory.resolve(name + ".log"));
    }

    @Override
    public String name() {
      return process.name();
    }

    @Override
    public int port() {
      return 0;
    }

    @Override
    public Path dataDir() {
      return directory;
    }

    @Override
    public void start() {
      started.add(name());
      process.launch(List.of("sleep", "600"), Map.of());
    }

    @Override
    public void stop() {
      process.stop();
    }

    @Override
    public ServerProcess process() {
      return process;
    }
  }
}
