package dev.liveartifacts.artifact.library;

import dev.liveartifacts.artifact.problem.Problems;
import io.smallrye.common.annotation.Blocking;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.Path;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.RestResponse.ResponseBuilder;
import org.jspecify.annotations.Nullable;

/** Libraries for pages. Anyone may read them: they are public files, and a page has no cookies. */
@PermitAll
@Path("/lib")
class LibraryResource {
  private final ShelfFiles files;

  LibraryResource(ShelfFiles files) {
    this.files = files;
  }

  @GET
  @Blocking
  @Path("/{path: .+}")
  public RestResponse<byte[]> file(
      @RestPath String path, @HeaderParam("Accept-Encoding") @Nullable String acceptEncoding) {
    Library library = files.at(path).orElseThrow(() -> Problems.notFound("library"));
    return Encoding.accepted(acceptEncoding).stream()
        .flatMap(encoding -> response(library, encoding).stream())
        .findFirst()
        .orElseThrow(() -> Problems.notFound("library"));
  }

  private Optional<RestResponse<byte[]>> response(Library library, Encoding encoding) {
    return files.bytes(library, encoding.suffix()).map(bytes -> ok(library, encoding, bytes));
  }

  private static RestResponse<byte[]> ok(Library library, Encoding encoding, byte[] bytes) {
    ResponseBuilder<byte[]> response =
        ResponseBuilder.ok(bytes)
            .header("Content-Type", library.contentType())
            .header("Cache-Control", "public, max-age=31536000, immutable")
            .header("Access-Control-Allow-Origin", "*")
            .header("Cross-Origin-Resource-Policy", "cross-origin")
            .header("Vary", "Accept-Encoding");
    if (encoding != Encoding.NONE) {
      response.header("Content-Encoding", encoding.token());
    }
    return response.build();
  }
}
