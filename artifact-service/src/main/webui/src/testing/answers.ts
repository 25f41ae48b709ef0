import type { ErrorCode } from "../../protocol.ts";
import type { ArtifactTool, CallAnswer } from "../api/types.ts";

export function answer(more: Partial<CallAnswer> = {}): CallAnswer {
  return {
    outcome: "fresh",
    connectorId: "crm",
    connector: "Acme CRM",
    tool: "list_deals",
    storedAt: "2026-11-20T12:00:00Z",
    cached: false,
    durationMillis: 120,
    error: null,
    result: { content: [{ type: "text", text: "[]" }] },
    ...more,
  };
}

export function failure(code: ErrorCode, message: string, more: Partial<CallAnswer> = {}): CallAnswer {
  return answer({
    outcome: "failed",
    storedAt: null,
    error: { code, message, retryable: code === "server_unavailable" },
    result: { content: [{ type: "text", text: message }], isError: true },
    ...more,
  });
}

export function tool(name: string, more: Partial<ArtifactTool> = {}): ArtifactTool {
  return { name, connectorId: "crm", connectorName: "Acme CRM", tool: "list_deals", readOnly: true, state: "granted", ...more };
}
