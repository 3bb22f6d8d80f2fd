package dev.kaiyuan.server.mcp;

import java.util.Map;

/** A request that the protocol does not allow; a JSON-RPC error. */
final class McpException extends RuntimeException {
  static final int PARSE = -32700;
  static final int INVALID_REQUEST = -32600;
  static final int NO_METHOD = -32601;
  static final int INVALID_PARAMETERS = -32602;
  static final int INTERNAL = -32603;
  static final int NO_REVISION = -32022;

  private static final long serialVersionUID = 1L;

  private final int code;
  private final transient Map<String, ?> data;

  McpException(int code, String message) {
    this(code, message, Map.of());
  }

  McpException(int code, String message, Map<String, ?> data) {
    super(message);
    this.code = code;
    this.data = data;
  }

  int code() {
    return code;
  }

  Map<String, ?> data() {
    return data;
  }
}
