package dev.liveartifacts.connector.builtin.spreadsheet;

import dev.liveartifacts.connector.register.Scope;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** What somebody enters to read a spreadsheet from an address. */
public record NewAddress(
    @NotBlank @Size(max = 80) String name,
    @NotNull Scope scope,
    @NotBlank @Size(max = 2000) String url) {}
