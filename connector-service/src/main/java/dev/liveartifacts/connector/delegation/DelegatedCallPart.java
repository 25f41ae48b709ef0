package dev.liveartifacts.connector.delegation;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** A {@link DelegatedCall} as it is stored. */
@Embeddable
@SuppressWarnings("NullAway.Init")
public class DelegatedCallPart {
  public UUID connectorId;
  public String tool;
  public String arguments;
}
