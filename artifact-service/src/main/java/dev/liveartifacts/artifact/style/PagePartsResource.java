package dev.liveartifacts.artifact.style;

import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** What the web app makes pages of. */
@Path("/api/pages/parts")
class PagePartsResource {
  private final PageParts parts;

  PagePartsResource(PageParts parts) {
    this.parts = parts;
  }

  @GET
  public Parts parts() {
    return new Parts(parts.skeleton(), parts.stylesheet(), parts.script(), parts.guide());
  }

  /** The parts as they stand in a page, and the guide to them. */
  record Parts(String skeleton, String stylesheet, String script, String guide) {}
}
