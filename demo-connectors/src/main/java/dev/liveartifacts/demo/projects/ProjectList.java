package dev.liveartifacts.demo.projects;

import java.time.Instant;
import java.util.List;

/**
 * Projects that match, the earliest due date first.
 *
 * @param count how many match; more than there are in the list if the limit cut it
 */
public record ProjectList(Instant asOf, int count, List<ProjectView> projects) {}
