package dev.liveartifacts.connector.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** What artifact-service says about people, and where its keys are read. */
public final class SpeakingService implements QuarkusTestResourceLifecycleManager {
  private static final String KEY_ID = "of-a-replica";
  private static final String PLACE = "test.assertion.key";
  private static final int COORDINATE = 32;

  private final Vertx vertx = Vertx.vertx();

  @Override
  public Map<String, String> start() {
    KeyPair pair = pair();
    // the tests have a class loader of their own
    System.setProperty(PLACE, text(pair.getPrivate().getEncoded()));
    String keys = new JsonObject().put("keys", new JsonArray().add(jwk(pair))).encode();
    HttpServer server =
        vertx
            .createHttpServer()
            .requestHandler(request -> request.response().end(keys))
            .listen(0, "127.0.0.1")
            .toCompletionStage()
            .toCompletableFuture()
            .orTimeout(10, TimeUnit.SECONDS)
            .join();
    return Map.of("live.artifact-service-url", "http://127.0.0.1:" + server.actualPort());
  }

  @Override
  public void stop() {
    vertx.close();
  }

  /** Signed by artifact-service. */
  public static String assertion(JsonObject claims) {
    return signed(claims, published());
  }

  /** Signed by somebody else, who names the same key. */
  public static String forged(JsonObject claims) {
    return signed(claims, pair().getPrivate());
  }

  private static PrivateKey published() {
    try {
      byte[] key = Base64.getUrlDecoder().decode(System.getProperty(PLACE));
      return KeyFactory.getInstance("EC").generatePrivate(new PKCS8EncodedKeySpec(key));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String signed(JsonObject claims, PrivateKey key) {
    String header = new JsonObject().put("alg", "ES256").put("kid", KEY_ID).encode();
    String content =
        text(header.getBytes(StandardCharsets.UTF_8))
            + "."
            + text(claims.encode().getBytes(StandardCharsets.UTF_8));
    try {
      Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
      signature.initSign(key);
      signature.update(content.getBytes(StandardCharsets.US_ASCII));
      return content + "." + text(signature.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static JsonObject jwk(KeyPair pair) {
    ECPublicKey key = (ECPublicKey) pair.getPublic();
    return new JsonObject()
        .put("kty", "EC")
        .put("crv", "P-256")
        .put("use", "sig")
        .put("alg", "ES256")
        .put("kid", KEY_ID)
        .put("x", coordinate(key.getW().getAffineX().toByteArray()))
        .put("y", coordinate(key.getW().getAffineY().toByteArray()));
  }

  /** Unsigned, of full length (RFC 7518, section 6.2.1.2). */
  private static String coordinate(byte[] number) {
    byte[] full = new byte[COORDINATE];
    int length = Math.min(number.length, COORDINATE);
    byte[] last = Arrays.copyOfRange(number, number.length - length, number.length);
    System.arraycopy(last, 0, full, COORDINATE - length, length);
    return text(full);
  }

  private static KeyPair pair() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      return generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static String text(byte[] bytes) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
  }
}
