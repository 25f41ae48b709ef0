package dev.liveartifacts.connector.builtin.spreadsheet;

import dev.liveartifacts.connector.problem.ProblemException;
import dev.liveartifacts.connector.register.Scope;
import java.nio.file.Path;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/** The parts of an upload's form, each with a sentence for what is missing. */
final class Uploads {
  private Uploads() {}

  static Path path(@Nullable FileUpload file) {
    if (file == null) {
      throw ProblemException.invalid("There is no file in the part named \"file\".");
    }
    return file.uploadedFile();
  }

  static String fileName(@Nullable FileUpload file) {
    String given = file == null || file.fileName() == null ? "" : file.fileName();
    String plain = Words.shortened(given.substring(given.lastIndexOf('/') + 1));
    return plain.isEmpty() ? "spreadsheet" : plain;
  }

  static String name(@Nullable String name, String otherwise) {
    String wanted = name == null || name.isBlank() ? otherwise : name.strip();
    if (wanted.length() > 80) {
      throw ProblemException.invalid("The name is longer than 80 characters.");
    }
    return wanted;
  }

  static Scope scope(@Nullable String scope) {
    return switch (scope == null ? "personal" : scope) {
      case "personal" -> Scope.PERSONAL;
      case "workspace" -> Scope.WORKSPACE;
      default -> throw ProblemException.invalid("The scope is \"personal\" or \"workspace\".");
    };
  }
}
