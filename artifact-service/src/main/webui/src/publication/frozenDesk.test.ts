import { expect, test } from "vitest";
import type { JsonObject } from "../../protocol.ts";
import { fingerprint, without } from "./fingerprint.ts";
import { FrozenDesk, frozenWords } from "./frozenDesk.ts";
import type { Copy, CopyCall } from "./types.ts";

const deals = "mcp__crm__list_deals";

async function held(args: JsonObject, text: string, relative: string[] = []): Promise<CopyCall> {
  return {
    names: [deals, "Acme CRM__list_deals"],
    connector: "Acme CRM",
    tool: "list_deals",
    exact: await fingerprint(args),
    relative,
    loose: relative.length === 0 ? null : await fingerprint(without(relative, args)),
    storedAt: "2026-11-20T07:00:00Z",
    result: { content: [{ type: "text", text }] },
  };
}

async function desk(...calls: CopyCall[]): Promise<FrozenDesk> {
  const copy: Copy = {
    title: "Open pipeline",
    takenAt: "2026-11-20T07:00:00Z",
    tools: [
      { name: deals, connector: "Acme CRM", tool: "list_deals", readOnly: true },
      { name: "mcp__crm__move_deal", connector: "Acme CRM", tool: "move_deal", readOnly: false },
    ],
    calls,
  };
  return Promise.resolve(new FrozenDesk(copy));
}

const said = async (to: FrozenDesk, name: string, args: JsonObject) => {
  const { result, error } = await to.call({ name, args, freshness: "live" });
  return error?.message ?? (result.content as { text: string }[])[0]?.text;
};

test("a_call_is_answered_by_its_arguments_else_but_for_what_depends_on_the_day", async () => {
  const frozen = await desk(await held({ stage: "won", from: "2026-11-01" }, "won", ["/from"]), await held({ stage: "lost" }, "lost"));
  expect(await said(frozen, deals, { stage: "lost", _cb: 7 })).toBe("lost");
  expect(await said(frozen, "acme crm__LIST_DEALS", { stage: "won", from: "2026-11-01" })).toBe("won");
  expect(await said(frozen, deals, { stage: "won", from: "2027-02-01" })).toBe("won");
  expect(await said(frozen, deals, { stage: "open" })).toBe(frozenWords.notHeld);
});

test("a_tool_that_writes_is_refused_in_words_and_an_unknown_one_with_the_text_that_pages_compare", async () => {
  const frozen = await desk();
  expect(await said(frozen, "mcp__crm__move_deal", {})).toBe(frozenWords.writes);
  expect(await said(frozen, "mcp__x__y", {})).toBe('Tool "mcp__x__y" is not in this artifact\'s mcp_tools allowlist.');
});
