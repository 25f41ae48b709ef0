package dev.liveartifacts.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;

/**
 * What the referee wants done.
 *
 * @param version the protocol revision that the scenario's server speaks
 * @param context what a scenario tells beforehand, as credentials or calls
 * @param endpoint the scenario's server
 */
record Errand(String scenario, String version, JsonNode context, URI endpoint) {}
