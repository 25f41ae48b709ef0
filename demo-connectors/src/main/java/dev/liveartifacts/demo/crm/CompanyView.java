package dev.liveartifacts.demo.crm;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.liveartifacts.demo.acme.Company;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A company as the CRM tells it.
 *
 * @param status {@code customer} or {@code prospect}
 * @param customerSince absent for a prospect
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record CompanyView(
    String id,
    String name,
    String industry,
    String city,
    String country,
    String contact,
    String status,
    @Nullable LocalDate customerSince,
    int openDeals,
    long openAmount) {
  static CompanyView of(Company company, LocalDate today, List<Deal> open) {
    boolean customer = company.isCustomer(today);
    return new CompanyView(
        company.id(),
        company.name(),
        company.industry(),
        company.city(),
        company.country(),
        company.contact(),
        customer ? "customer" : "prospect",
        customer ? company.customerSince() : null,
        open.size(),
        open.stream().mapToLong(Deal::amount).sum());
  }
}
