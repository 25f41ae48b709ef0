package dev.liveartifacts.infra.process;

import java.nio.file.Path;
import java.util.List;

/**
 * A file in which a JVM leaves its loaded classes when it ends, so that the next one starts faster
 * (JEP 350). The JVM itself notices when it no longer fits, and writes another.
 */
public final class ClassArchive {
  private ClassArchive() {}

  /** JVM flags that use the archive and write it where it is missing. */
  public static List<String> flags(Path archive) {
    return List.of(
        "-XX:+AutoCreateSharedArchive",
        "-XX:SharedArchiveFile=" + archive,
        "-Xlog:cds=off",
        "-Xlog:cds+dynamic=off");
  }
}
