package dev.liveartifacts.connector.connection;

import com.google.crypto.tink.AccessesPartialKey;
import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.AesGcmKey;
import com.google.crypto.tink.aead.AesGcmParameters;
import com.google.crypto.tink.util.SecretBytes;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts secrets for storage (Tink, AES-256-GCM), each bound to its connection: a ciphertext
 * moved to another row does not open there.
 */
@Startup
@ApplicationScoped
public class SecretBox {
  private static final String HOW_TO =
      "Set LIVE_SECRETS_KEY to the base64 form of 32 random bytes, as `openssl rand -base64 32` makes.";

  private static final int PREFIX = 5;

  private final Aead aead;
  private final byte[] prefix;

  public SecretBox(SecretsConfig config) {
    List<String> keys = config.key().orElse(List.of());
    this.aead = aead(keys);
    this.prefix = prefix(keys.getFirst());
  }

  /**
   * The same secret, sealed with the present key; empty if it is that already, or nothing is there.
   */
  public Optional<byte[]> renewed(byte @Nullable [] sealed, UUID connectionId) {
    return sealed == null || isCurrent(sealed)
        ? Optional.empty()
        : Optional.of(seal(open(sealed, connectionId), connectionId));
  }

  private boolean isCurrent(byte[] sealed) {
    return sealed.length > PREFIX && Arrays.equals(sealed, 0, PREFIX, prefix, 0, PREFIX);
  }

  public byte[] seal(String secret, UUID connectionId) {
    try {
      return aead.encrypt(secret.getBytes(StandardCharsets.UTF_8), bound(connectionId));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("A secret could not be encrypted", e);
    }
  }

  public String open(byte[] sealed, UUID connectionId) {
    try {
      return new String(aead.decrypt(sealed, bound(connectionId)), StandardCharsets.UTF_8);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(
          "A stored secret does not open: LIVE_SECRETS_KEY is not the key it was encrypted with",
          e);
    }
  }

  private static byte[] bound(UUID connectionId) {
    return connectionId.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static Aead aead(List<String> keys) {
    if (keys.isEmpty()) {
      throw new IllegalStateException("There is no key for secrets. " + HOW_TO);
    }
    try {
      AeadConfig.register();
      KeysetHandle.Builder keyset = KeysetHandle.newBuilder();
      for (int i = 0; i < keys.size(); i++) {
        var entry = KeysetHandle.importKey(key(keys.get(i)));
        keyset.addEntry(i == 0 ? entry.makePrimary() : entry);
      }
      return keyset.build().getPrimitive(RegistryConfiguration.get(), Aead.class);
    } catch (GeneralSecurityException | IllegalArgumentException e) {
      throw new IllegalStateException("The key for secrets is not usable. " + HOW_TO, e);
    }
  }

  /** What Tink puts in front of a ciphertext: its version, and which key it was. */
  private static byte[] prefix(String base64) {
    try {
      return key(base64).getOutputPrefix().toByteArray();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("The key for secrets is not usable. " + HOW_TO, e);
    }
  }

  @AccessesPartialKey
  private static AesGcmKey key(String base64) throws GeneralSecurityException {
    byte[] bytes = Base64.getDecoder().decode(base64.trim());
    AesGcmParameters parameters =
        AesGcmParameters.builder()
            .setKeySizeBytes(32)
            .setIvSizeBytes(12)
            .setTagSizeBytes(16)
            .setVariant(AesGcmParameters.Variant.TINK)
            .build();
    return AesGcmKey.builder()
        .setParameters(parameters)
        .setKeyBytes(SecretBytes.copyFrom(bytes, InsecureSecretKeyAccess.get()))
        // The id in front of a ciphertext tells which key opens it.
        .setIdRequirement(Arrays.hashCode(bytes))
        .build();
  }
}
