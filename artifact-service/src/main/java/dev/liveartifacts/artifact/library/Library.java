package dev.liveartifacts.artifact.library;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * One file on the shelf.
 *
 * @param name the npm package
 * @param file inside the package, as its public CDN address ends
 * @param path below {@code /lib/}
 * @param sha384 for {@code integrity}, base64
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record Library(
    @JsonProperty("package") String name,
    String version,
    String file,
    String path,
    String sha384,
    String contentType) {
  public Library {
    path = path.replaceFirst("^/?(lib/)?", "");
  }

  /** Its address on the sandbox's host. */
  public String address() {
    return "/lib/" + path;
  }

  /** Where everyone else finds the same bytes. */
  public String publicAddress() {
    return "https://cdn.jsdelivr.net/npm/" + name + "@" + version + "/" + file;
  }

  /** True if its file is called like its package. */
  boolean isMain() {
    String shortName = name.substring(name.lastIndexOf('/') + 1);
    return Shelf.stem(file)
        .replaceFirst("\\.(js|css)$", "")
        .equals(shortName.replaceFirst("\\.js$", ""));
  }

  boolean script() {
    return contentType.contains("javascript");
  }
}
