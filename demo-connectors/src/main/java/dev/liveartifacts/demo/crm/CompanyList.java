package dev.liveartifacts.demo.crm;

import java.time.Instant;
import java.util.List;

/** Companies that match, by name. */
public record CompanyList(Instant asOf, int count, List<CompanyView> companies) {}
