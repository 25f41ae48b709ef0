package dev.liveartifacts.infra.signin;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.KeyUse;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import dev.liveartifacts.infra.process.SecretFile;
import java.nio.file.Path;
import java.text.ParseException;

/** The key that tokens are signed with; kept, so that a restart signs nobody out. */
final class SigningKey {
  private SigningKey() {}

  static JWK readOrCreate(Path file) {
    try {
      return JWK.parse(SecretFile.readOrCreate(file, SigningKey::create));
    } catch (ParseException e) {
      throw new IllegalStateException("No key in " + file + ": delete it to get a new one.", e);
    }
  }

  private static String create() {
    try {
      return new RSAKeyGenerator(2048)
          .keyUse(KeyUse.SIGNATURE)
          .keyID(Tokens.ISSUER_ID)
          .generate()
          .toJSONString();
    } catch (JOSEException e) {
      throw new IllegalStateException("No signing key could be made", e);
    }
  }
}
