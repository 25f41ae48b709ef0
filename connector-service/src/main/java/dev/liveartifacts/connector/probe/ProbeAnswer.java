package dev.liveartifacts.connector.probe;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.connector.shape.FieldProfile;
import dev.liveartifacts.connector.shape.Rows;
import dev.liveartifacts.contracts.call.CallAnswer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What came of trying out a tool.
 *
 * @param rows where the rows are; missing if the answer holds no list
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ProbeAnswer(
    CallAnswer answer, @Nullable Rows rows, List<FieldProfile> fields, @Nullable String shapeHash) {
  public ProbeAnswer {
    fields = List.copyOf(fields);
  }
}
