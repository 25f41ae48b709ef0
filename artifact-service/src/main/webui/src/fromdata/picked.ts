import type { Connector, ConnectorTool, ProbeFinding } from "../connectors/types.ts";
import type { JsonObject } from "../../protocol.ts";

/** A tool that was called once, and what it gave. */
export interface Picked {
  readonly connector: Connector;
  readonly tool: ConnectorTool;
  readonly arguments: JsonObject;
  readonly finding: ProbeFinding;
}

export const usable = ({ readOnly, policy }: ConnectorTool) => readOnly && policy !== "block";

export const isGood = ({ answer }: ProbeFinding) => answer.outcome !== "failed" && answer.result.isError !== true;

export function failureOf({ answer }: ProbeFinding): string {
  const text = (answer.result.content as { text?: unknown }[] | undefined)?.[0]?.text;
  return answer.error?.message ?? (typeof text === "string" && text !== "" ? text : "The tool says that it failed.");
}
