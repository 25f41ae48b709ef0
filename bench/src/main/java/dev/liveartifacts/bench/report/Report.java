package dev.liveartifacts.bench.report;

import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Collects rows and remarks, prints them as they come, and writes all of them as JSON. */
public final class Report {
  private final PrintStream out;
  private final Machine machine;
  private final List<Row> rows = new ArrayList<>();
  private final List<String> remarks = new ArrayList<>();
  private boolean allHold = true;

  public Report(PrintStream out, Machine machine) {
    this.out = out;
    this.machine = machine;
    out.printf(
        "%s, %d cores, %d GB; %s; %s; load before: %.1f%n",
        machine.processor(),
        machine.cores(),
        machine.memoryGb(),
        machine.system(),
        machine.java(),
        machine.load());
  }

  public void heading(String text) {
    out.printf("%n%s%n%s%n", text, Row.head());
  }

  public void add(Row row) {
    rows.add(row);
    out.println(row.text());
  }

  public void remark(String text) {
    remarks.add(text);
    out.println(text);
  }

  /** Says that something holds, or that it does not. */
  public void verdict(boolean holds, String text) {
    allHold &= holds;
    remark((holds ? "holds: " : "DOES NOT HOLD: ") + text);
  }

  /** True if any request did not get the right answer, or something did not hold. */
  public boolean failed() {
    return !allHold || rows.stream().anyMatch(row -> row.sample().failures() > 0);
  }

  public void write(Path file, Instant at) {
    JsonObject json =
        JsonObject.of(
            "at",
            at.toString(),
            "machine",
            machine(),
            "rows",
            new JsonArray(rows.stream().map(Report::json).toList()),
            "remarks",
            new JsonArray(remarks));
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
      Files.writeString(file, json.encodePrettily() + "\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    out.printf("%nAs JSON: %s%n", file);
  }

  private JsonObject machine() {
    return JsonObject.of(
        "processor",
        machine.processor(),
        "cores",
        machine.cores(),
        "memoryGb",
        machine.memoryGb(),
        "system",
        machine.system(),
        "java",
        machine.java(),
        "loadBefore",
        machine.load());
  }

  private static JsonObject json(Row row) {
    return JsonObject.of(
            "call",
            row.call(),
            "target",
            row.target(),
            "atATime",
            row.atATime(),
            "answerBytes",
            row.answerBytes(),
            "perSecond",
            row.sample().perSecond(),
            "p50Millis",
            row.sample().millis(50),
            "p99Millis",
            row.sample().millis(99),
            "maxMillis",
            row.sample().millis(100))
        .put("cpuMillis", row.sample().cpuMillis())
        .put("calls", row.sample().count())
        .put("failures", row.sample().failures());
  }
}
