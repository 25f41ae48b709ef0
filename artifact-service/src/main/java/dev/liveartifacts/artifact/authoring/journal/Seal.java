package dev.liveartifacts.artifact.authoring.journal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Seals what one replica leaves in the database for another: AES-256-GCM under a key of its own,
 * derived from the secret that all replicas have for sessions.
 */
@ApplicationScoped
public class Seal {
  private static final SecureRandom RANDOM = new SecureRandom();
  private static final String PURPOSE = "live-artifacts description pass";
  private static final int NONCE = 12;
  private static final int TAG_BITS = 128;

  private final SecretKey key;

  @Inject
  Seal(
      @ConfigProperty(name = "quarkus.oidc.token-state-manager.encryption-secret")
          Optional<String> session,
      @ConfigProperty(name = "quarkus.oidc.credentials.secret") Optional<String> client) {
    this(session.or(() -> client).orElseGet(() -> Long.toHexString(RANDOM.nextLong())));
  }

  public Seal(String secret) {
    key = new SecretKeySpec(derived(secret), "AES");
  }

  public String sealed(String text) {
    byte[] nonce = new byte[NONCE];
    RANDOM.nextBytes(nonce);
    byte[] hidden = run(Cipher.ENCRYPT_MODE, nonce, text.getBytes(StandardCharsets.UTF_8));
    return Base64.getEncoder()
        .encodeToString(ByteBuffer.allocate(NONCE + hidden.length).put(nonce).put(hidden).array());
  }

  /**
   * @throws IllegalStateException if it was not sealed with this secret
   */
  public String opened(String sealed) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(sealed));
    byte[] nonce = new byte[NONCE];
    bytes.get(nonce);
    byte[] hidden = new byte[bytes.remaining()];
    bytes.get(hidden);
    return new String(run(Cipher.DECRYPT_MODE, nonce, hidden), StandardCharsets.UTF_8);
  }

  private byte[] run(int mode, byte[] nonce, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
      return cipher.doFinal(input);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This was not sealed with this deployment's secret.", e);
    }
  }

  private static byte[] derived(String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return mac.doFinal(PURPOSE.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
