package dev.liveartifacts.connector.person;

import dev.liveartifacts.connector.json.Sha256;
import java.nio.charset.StandardCharsets;

/**
 * Somebody who signed in.
 *
 * @param id made of issuer and subject, so that equal subjects of two issuers stay two people
 * @param subject the issuer's name for the person
 */
public record Person(String id, String subject, boolean admin) {
  public static Person of(String issuer, String subject, boolean admin) {
    String both = issuer.length() + ":" + issuer + subject;
    return new Person(
        Sha256.hex(both.getBytes(StandardCharsets.UTF_8)).substring(0, 40), subject, admin);
  }
}
