package dev.liveartifacts.connector.shape;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a result holds: where its rows are, and each of its fields.
 *
 * @param rows null if there is no list
 */
public record Profile(@Nullable Rows rows, List<FieldProfile> fields) {
  private static final int MOST_FIELDS = 400;

  public Profile {
    fields = List.copyOf(fields);
  }

  /** Takes time in proportion to the result; the number of fields is bounded. */
  static Profile of(byte[] result) {
    Payload payload = Payload.of(result);
    List<FieldProfile> fields = new ArrayList<>();
    below("", "", payload.root(), fields);
    return new Profile(
        Rows.of(payload).orElse(null), fields.subList(0, Math.min(fields.size(), MOST_FIELDS)));
  }

  private static void below(String path, String name, Branch branch, List<FieldProfile> fields) {
    long objects = branch.count(Kind.OBJECT);
    branch
        .fields()
        .forEach((field, at) -> add(Names.below(path, field), field, at, objects, fields));
    Branch element = branch.elementSeen();
    if (element != null) {
      add(Names.element(path), name, element, element.seen(), fields);
    }
  }

  /** A container is shown by what it contains. */
  private static void add(
      String path, String name, Branch branch, long places, List<FieldProfile> fields) {
    boolean plain = branch.valuesSeen() != null;
    boolean hollow = branch.fields().isEmpty() && branch.elementSeen() == null;
    if (plain || hollow) {
      fields.add(
          FieldProfile.of(path, name, branch, name.equals(Branch.ANY) ? branch.seen() : places));
    }
    below(path, name, branch, fields);
  }
}
