package dev.liveartifacts.connector.delegation;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.liveartifacts.connector.json.ExactJson;
import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A {@link DelegatedCall} as it is stored. */
@Embeddable
@SuppressWarnings("NullAway.Init")
public class DelegatedCallPart {
  public UUID connectorId;
  public String tool;
  public String arguments;
  public String relative;

  static DelegatedCallPart of(DelegatedCall call) {
    DelegatedCallPart part = new DelegatedCallPart();
    part.connectorId = call.connectorId();
    part.tool = call.tool();
    part.arguments = call.arguments().toString();
    part.relative = RelativeText.write(call.relative());
    return part;
  }

  DelegatedCall call() {
    try {
      return new DelegatedCall(
          connectorId, tool, ExactJson.object(arguments), RelativeText.read(relative));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("The stored arguments of a call are not JSON", e);
    }
  }
}
