package dev.liveartifacts.connector.mcp.wire;

import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.liveartifacts.connector.json.JsonFields;
import dev.liveartifacts.connector.json.MalformedJson;
import dev.liveartifacts.connector.json.Slice;
import java.io.IOException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A JSON-RPC 2.0 message from a server, with its result still raw. */
sealed interface RpcMessage
    permits RpcMessage.Success, RpcMessage.Fault, ServerNotice, ServerRequest {
  ObjectMapper MAPPER = new ObjectMapper();
  Set<String> FIELDS = Set.of("id", "method", "params", "result", "error");
  Set<String> ERROR_FIELDS = Set.of("code", "message", "data");
  int TEXT_LIMIT = 2000;
  int PARAMS_LIMIT = 64 * 1024;

  /** An answer that carries a result. */
  record Success(String id, byte[] document, Slice result) implements RpcMessage {
    byte[] json() {
      return result.of(document);
    }

    @Override
    public String toString() {
      return "Success[" + id + "]";
    }
  }

  /**
   * An answer that carries an error.
   *
   * @param id null when the server could not read the request
   * @param data the error's data as JSON text; null if there is none, or too much
   */
  record Fault(@Nullable String id, int code, String message, @Nullable String data)
      implements RpcMessage {}

  /**
   * Tells what kind of message the bytes are.
   *
   * @throws MalformedJson if the bytes are not one JSON-RPC message
   */
  static RpcMessage read(byte[] document) throws MalformedJson {
    JsonFields fields = JsonFields.of(document, FIELDS);
    Slice idSlice = fields.find("id");
    String id = idSlice == null ? null : idOf(idSlice, document);
    Slice method = fields.find("method");
    Slice result = fields.find("result");
    Slice error = fields.find("error");
    if (method != null) {
      String name = text(method, document);
      return id == null
          ? new ServerNotice(name)
          : new ServerRequest(id, name, small(fields.find("params"), document));
    }
    if (error != null && result == null) {
      return fault(id, error, document);
    }
    if (result == null || error != null || id == null) {
      throw new MalformedJson("it is not a JSON-RPC answer");
    }
    if (!result.isObject()) {
      throw new MalformedJson("its result is not an object");
    }
    return new Success(id, document, result);
  }

  private static @Nullable String idOf(Slice id, byte[] document) {
    return id.token() == JsonToken.VALUE_NULL || id.length() > TEXT_LIMIT
        ? null
        : id.textOf(document);
  }

  private static Fault fault(@Nullable String id, Slice error, byte[] document)
      throws MalformedJson {
    JsonFields fields = JsonFields.of(document, error, ERROR_FIELDS);
    Slice code = fields.find("code");
    Slice message = fields.find("message");
    if (code == null || code.token() != JsonToken.VALUE_NUMBER_INT || code.length() > 9) {
      throw new MalformedJson("its error has no code");
    }
    return new Fault(
        id,
        Integer.parseInt(code.textOf(document)),
        message == null ? "" : text(message, document),
        small(fields.find("data"), document));
  }

  private static @Nullable String small(@Nullable Slice value, byte[] document) {
    return value == null || value.length() > PARAMS_LIMIT ? null : value.textOf(document);
  }

  private static String text(Slice value, byte[] document) throws MalformedJson {
    if (value.length() > TEXT_LIMIT) {
      return "";
    }
    try {
      return MAPPER.readTree(document, value.from(), value.length()).asText();
    } catch (IOException e) {
      throw new MalformedJson("it is not JSON");
    }
  }
}
