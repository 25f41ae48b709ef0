package dev.liveartifacts.connector.shape;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One place in a result, as somebody sees it who wants to build on it.
 *
 * @param path from the root of the data; {@code []} is any element, {@code *} any name
 * @param type what most of its values are
 * @param types everything that they are, {@code null} too
 * @param nullShare how many are null or missing, from 0 to 1
 * @param min the smallest number or the earliest date
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record FieldProfile(
    String path,
    String type,
    List<String> types,
    List<String> examples,
    double nullShare,
    @Nullable String min,
    @Nullable String max,
    @Nullable Looks looksLike) {
  private static final Values NOTHING = new Values();

  public FieldProfile {
    types = List.copyOf(types);
    examples = List.copyOf(examples);
  }

  /**
   * @param places how often it could have stood there
   */
  static FieldProfile of(String path, String name, Branch branch, long places) {
    Values seen = branch.valuesSeen();
    Values values = seen == null ? NOTHING : seen;
    long missing = branch.nulls() + Math.max(0, places - branch.seen());
    return new FieldProfile(
        path,
        commonest(branch),
        types(branch),
        values.examples(),
        places == 0 ? 0 : Math.round(1000.0 * missing / places) / 1000.0,
        values.min(),
        values.max(),
        values.looks(name));
  }

  private static String commonest(Branch branch) {
    return branch.kinds().entrySet().stream()
        .max(Comparator.comparing(Map.Entry<Kind, Long>::getValue))
        .map(most -> most.getKey().word())
        .orElse("null");
  }

  private static List<String> types(Branch branch) {
    List<String> types = new ArrayList<>();
    branch.kinds().keySet().forEach(kind -> types.add(kind.word()));
    if (branch.nulls() > 0) {
      types.add("null");
    }
    return types;
  }
}
