package dev.liveartifacts.connector.policy;

/**
 * How one tool is treated, and what it may do.
 *
 * @param from whose word the policy is
 */
public record Permission(Treatment treatment, Policy policy, PolicySource from) {
  /**
   * @param now what the tool says about itself
   * @param known what it said when an administrator last saw it: a tool that turned from writing to
   *     reading is not believed before it was looked at
   */
  public static Permission of(Policies policies, String tool, Claim now, Claim known) {
    ConnectorPolicy connector = policies.effective();
    Treatment treatment =
        treatment(now, connector) == Treatment.READS
            ? treatment(known, connector)
            : Treatment.WRITES;
    Policy own = policies.tools().get(tool);
    if (own != null) {
      return new Permission(treatment, own, PolicySource.TOOL);
    }
    return new Permission(
        treatment,
        connector.of(treatment),
        policies.connector() == null ? PolicySource.DEFAULT : PolicySource.CONNECTOR);
  }

  public boolean readOnly() {
    return treatment == Treatment.READS;
  }

  private static Treatment treatment(Claim claim, ConnectorPolicy connector) {
    return switch (claim) {
      case READS -> Treatment.READS;
      case WRITES -> Treatment.WRITES;
      case NOTHING -> connector.unannotated();
    };
  }
}
