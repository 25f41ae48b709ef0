/**
 * {@code HTTP → OpenApiResource → Documents → OpenApiDocument → Operation → OpenApiStore} when a
 * service is added, and {@code BuiltInServers → OpenApiTools → ApiRequest → Outgoing} when a page
 * asks.
 */
@NullMarked
package dev.liveartifacts.connector.builtin.openapi;

import org.jspecify.annotations.NullMarked;
