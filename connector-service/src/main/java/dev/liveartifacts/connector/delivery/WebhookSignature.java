package dev.liveartifacts.connector.delivery;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * How a receiver tells that a message is ours, whole, and not an old one sent again: HMAC-SHA256
 * over id, time and body (Standard Webhooks 1.0.0, symmetric signatures).
 */
final class WebhookSignature {
  private static final String PREFIX = "whsec_";
  private static final int KEY_BYTES = 32;

  private WebhookSignature() {}

  /** A new secret, as it is given to the receiver: {@code whsec_} and base64. */
  static String newSecret(SecureRandom random) {
    byte[] key = new byte[KEY_BYTES];
    random.nextBytes(key);
    return PREFIX + Base64.getEncoder().encodeToString(key);
  }

  /** The three headers that a message is signed with. */
  static Map<String, String> headers(String secret, String id, Instant at, String body) {
    String time = Long.toString(at.getEpochSecond());
    return Map.of(
        "webhook-id", id,
        "webhook-timestamp", time,
        "webhook-signature", "v1," + hmac(secret, id + "." + time + "." + body));
  }

  private static String hmac(String secret, String signed) {
    byte[] key = Base64.getDecoder().decode(secret.substring(PREFIX.length()));
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key, "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
