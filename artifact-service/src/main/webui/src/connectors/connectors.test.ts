import { describe, expect, it } from "vitest";
import type { Connector, ConnectorTool } from "./types.ts";
import { complaintAboutFile, failureOf, nameOfFile, parametersOf, protocolOf, suggestedName, toolNameOf, wayIn } from "./add/addWords.ts";
import { complaintAboutSql, complaintAboutTitle, draftOfQuery, newQuery, portIn, queryOf } from "./source/sqlDraft.ts";
import { addressIn } from "./add/useCheck.ts";
import { byUrgency, matches, mayManage, stateSince, troubleOf, usedIn, whoseSignIn } from "./connectorWords.ts";
import { effectOf } from "./tools/policyWords.ts";

const connector = (more: Partial<Connector> = {}): Connector => ({
  id: "c", slug: "crm", name: "CRM", endpoint: "https://crm.test/mcp", scope: "workspace", signIn: "oauth", state: "connected", mine: false, ...more,
});
const me = { id: "ada", name: "Ada", email: "", admin: false, workspace: "Acme" };

describe("a connector", () => {
  it("is managed by its owner, or by administrators if it is the workspace's", () => {
    expect([mayManage(connector({ mine: true }), me), mayManage(connector(), { ...me, admin: true }), mayManage(connector({ scope: "personal", mine: true }), me), mayManage(connector({ scope: "personal" }), { ...me, admin: true })]).toEqual([false, true, true, false]);
  });

  it("says what is wrong only while something is", () => {
    expect(troubleOf(connector({ lastError: "It did not answer." }))).toBeUndefined();
    expect(troubleOf(connector({ state: "failing", stateReason: " ", lastError: "It did not answer." }))).toBe("It did not answer.");
    expect(troubleOf(connector({ state: "needs_sign_in", stateReason: "The grant ended." }))).toBe("The grant ended.");
  });

  it("says since when it stands as it does", () => {
    const now = new Date(2026, 10, 20, 12).getTime();
    expect(stateSince(connector({ state: "failing", stateSince: new Date(2026, 10, 20, 7).toISOString() }), now)).toBe("Failing since today 7:00");
    expect(stateSince(connector(), now)).toBe("Connected");
  });

  it("says whose sign-in is used", () => {
    expect([whoseSignIn(connector({ signIn: "none" }), "Acme"), whoseSignIn(connector({ scope: "personal" }), "Acme"), whoseSignIn(connector({ connectionScope: "person" }), "Acme"), whoseSignIn(connector({ connectionScope: "workspace" }), "Acme")]).toEqual([
      "No sign-in needed", "Your own sign-in", "Each person's own sign-in", "One sign-in for Acme",
    ]);
  });

  it("comes first in the list when it needs somebody", () => {
    const names = [connector({ name: "B" }), connector({ name: "A" }), connector({ name: "Z", state: "failing" })].sort(byUrgency).map(({ name }) => name);
    expect(names).toEqual(["Z", "A", "B"]);
  });

  it("is found by name, address, kind and state", () => {
    expect(["crm", "CRM.test", "database", "connected", "zzz"].map((wanted) => matches(connector({ kind: "sql" }), wanted))).toEqual([true, true, true, true, false]);
  });

  it("names the artifacts that it would stop", () => {
    expect([usedIn(["A"]), usedIn(["A", "B"]), usedIn(["A", "B", "C", "D"]), usedIn(["A", "B", "C", "D", "E"])]).toEqual(["“A”", "“A” and “B”", "“A”, “B”, “C” and one more", "“A”, “B”, “C” and 2 more"]);
  });
});

describe("a tool", () => {
  const tool = (more: Partial<ConnectorTool>): ConnectorTool => ({ name: "t", readOnly: false, ...more });

  it("that does not say whether it writes is marked as such", () => {
    expect([effectOf(tool({ readOnly: true })).word, effectOf(tool({})).word, effectOf(tool({ annotated: false })).word, effectOf(tool({ annotated: false, readOnly: true })).word]).toEqual(["reads", "writes", "taken as writing", "taken as reading"]);
  });
});

describe("the field to add with", () => {
  it.each([
    ["https://mcp.example.com/mcp", "https://mcp.example.com/mcp"],
    ["  mcp.example.com/mcp ", "https://mcp.example.com/mcp"],
    ["localhost:3000/mcp", "http://localhost:3000/mcp"],
    ["linear", undefined],
    ["issues of a team", undefined],
    ["javascript:alert(1)", undefined],
    ["https://", undefined],
    ["", undefined],
  ])("takes %j for %j", (text, address) => {
    expect(addressIn(text)).toBe(address);
  });

  it("suggests the server's own name, else its host's", () => {
    expect([suggestedName("https://mcp.example.com/x", "Everything"), suggestedName("https://mcp.example.com/x", null), suggestedName("x", null), nameOfFile("Budget_2026.XLSX")]).toEqual(["Everything", "example.com", "", "Budget 2026"]);
  });

  it("says how one signs in, and which protocol is spoken", () => {
    expect(wayIn({ ok: true, signIn: "oauth", authorization: { issuer: "x", registration: "needed" } })).toMatch(/administrator/);
    expect(wayIn({ ok: true })).toBeUndefined();
    expect(failureOf({ ok: false, signIn: "bearer", error: "It wants a sign-in." })).toBeUndefined();
    expect(failureOf({ ok: false, error: "It sends a web page." })).toBe("It sends a web page.");
    expect([protocolOf({ ok: true, protocolVersion: "2026-07-28", era: "stateless" }), protocolOf({ ok: true })]).toEqual(["MCP 2026-07-28, the stateless protocol", undefined]);
  });
});

describe("a spreadsheet's file", () => {
  it("is one that can be read, or the person is told which to choose", () => {
    expect([complaintAboutFile("a.CSV"), complaintAboutFile("a.xlsx")]).toEqual([undefined, undefined]);
    expect(complaintAboutFile("a.xls")).toMatch(/Save it as/);
    expect(complaintAboutFile("a.pdf")).toMatch(/no spreadsheet/);
  });
});

describe("a named query", () => {
  const query = (title: string, sql: string) => ({ ...newQuery(1), title, sql });

  it("has its parameters read from it, and nothing else", () => {
    expect(parametersOf("SELECT a::date, ':no', \":no\" -- :no\n/* :no */ FROM t WHERE a >= :from AND b = :region OR c < :from")).toEqual(["from", "region"]);
  });

  it("gets a name that a tool can have", () => {
    expect([toolNameOf("Open orders, by région!"), toolNameOf(" ?? ")]).toEqual(["open_orders_by_region", ""]);
  });

  it("becomes a tool with typed parameters", () => {
    expect(queryOf({ ...query("Orders", " SELECT :from, :n "), types: { n: "number", gone: "date" } })).toEqual({ name: "orders", description: "Orders", sql: "SELECT :from, :n", parameters: [{ name: "from", type: "text", required: true }, { name: "n", type: "number", required: true }] });
  });

  it("comes back to be changed as it was written", () => {
    const kept = { name: "open_orders", description: "All of them", sql: "SELECT :from", parameters: [{ name: "from", type: "date" as const, required: true }] };
    expect(queryOf(draftOfQuery(kept, 1))).toEqual(kept);
  });

  it("is complained about in a sentence", () => {
    expect(complaintAboutTitle(query("2026 orders", ""), [])).toMatch(/letter/);
    expect(complaintAboutSql(query("a", "SELECT :From"))).toMatch(/small letters/);
    expect(complaintAboutTitle(query("", ""), [])).toMatch(/what this query answers/);
    expect(complaintAboutTitle(query("Open  orders", ""), [query("open orders", "")])).toMatch(/already/);
    expect(complaintAboutSql(query("a", "DELETE FROM t"))).toMatch(/only reads/);
    expect(complaintAboutSql(query("a", "-- all\nWITH x AS (SELECT 1) SELECT * FROM x"))).toBeUndefined();
  });

  it("is asked at a port that there is", () => {
    expect(["5432", "0", "65536", "x", "1.5"].map(portIn)).toEqual([5432, undefined, undefined, undefined, undefined]);
  });
});
