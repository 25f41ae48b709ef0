import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { auditQuery } from "./adminServer.ts";
import { aboutWords, actionWords, whenceWords, whoWords } from "./auditWords.ts";
import { Administration } from "./Administration.tsx";

const me = { id: "p", name: "Ada Lovelace", email: "ada@acme.test", admin: true, workspace: "Acme" };
const entry = { id: 7, at: "2026-11-20T09:00:00Z", actor: "person", personName: "Ben Okri", action: "artifact.call", artifactId: "a", artifactTitle: "Open pipeline", connector: "acme-crm", tool: "list_deals", outcome: "fresh", address: "203.0.113.7", agent: "Chrome on Mac" };
const budget = { artifactId: "a", title: "Open pipeline", personId: "p", personName: "Ada Lovelace", tokensUsed: 125_000 };

function show(tab: string, answers: Record<string, unknown>) {
  window.history.replaceState(null, "", `/admin?tab=${tab}`);
  vi.stubGlobal(
    "fetch",
    vi.fn(async (path: string) => {
      const answer = { "/api/me": me, ...answers }[path.split("?")[0] ?? ""];
      return Promise.resolve(new Response(JSON.stringify(answer ?? {}), { status: answer === undefined ? 404 : 200 }));
    }),
  );
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <Administration />
    </QueryClientProvider>,
  );
}

describe("administration", () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["Date"], now: Date.parse("2026-11-21T09:00:00Z") });
  });
  afterEach(() => {
    cleanup();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it("shows the budgets of questions and of making pages with what is left", async () => {
    const making = { personId: "p", personName: "Ada Lovelace", tokensUsed: 1_000 };
    show("budgets", { "/api/admin/budgets": { asks: { tokensPerDay: 500_000, items: [budget] }, authoring: { tokensPerDay: 4_000, items: [making] }, resetsAt: "2026-11-22T00:00:00Z" } });
    await screen.findByText("Open pipeline");
    expect(screen.getByText(new Intl.NumberFormat().format(375_000))).toBeTruthy();
    expect(screen.getAllByText("25 %")).toHaveLength(2);
  });

  it("shows the audit log in words, part by part", async () => {
    show("audit", { "/api/admin/audit": { items: [entry], next: "2026-11-20T09:00:00Z_7" } });
    await screen.findByText("Ben Okri");
    expect(screen.getByText("Open pipeline — acme-crm · list deals")).toBeTruthy();
    expect(screen.getByText("203.0.113.7, Chrome on Mac")).toBeTruthy();
    fireEvent.click(screen.getByRole("button", { name: "Show more" }));
    await vi.waitFor(() => expect(fetch).toHaveBeenCalledWith(expect.stringContaining("before=2026-11-20T09%3A00%3A00Z_7"), expect.anything()));
  });

  it("signs somebody out everywhere, with their programs only if asked to", async () => {
    const ben = { id: "b", name: "Ben Okri", groups: [], artifacts: 1, lastSeenAt: "2026-11-21T08:00:00Z" };
    show("people", { "/api/admin/people": { items: [ben] }, "/api/admin/people/b/sessions": {}, "/api/admin/people/b/tokens": {} });
    const ended = (what: string) => expect(fetch).toHaveBeenCalledWith(`/api/admin/people/b/${what}`, expect.objectContaining({ method: "DELETE" }));
    fireEvent.click(await screen.findByRole("button", { name: "Sign out Ben Okri everywhere" }));
    fireEvent.click(screen.getByRole("button", { name: "Sign out" }));
    await vi.waitFor(() => ended("sessions"));
    expect(() => ended("tokens")).toThrow();
    await vi.waitFor(() => expect(screen.queryByRole("alertdialog")).toBeNull());

    fireEvent.click(screen.getByRole("button", { name: "Sign out Ben Okri everywhere" }));
    fireEvent.click(screen.getByRole("checkbox", { name: /Revoke the tokens/ }));
    fireEvent.click(screen.getByRole("button", { name: "Sign out" }));
    await vi.waitFor(() => ended("tokens"));
  });

  it("is for administrators, and says that to others", async () => {
    show("audit", { "/api/me": { ...me, admin: false } });
    await screen.findByText("This is for administrators");
  });
});

describe("words of the audit log", () => {
  it("tell also what has no name here", () => {
    expect(actionWords({ action: "mcp.update_artifact" })).toBe("MCP: update artifact");
    expect(actionWords({ action: "brand.new_thing" })).toBe("brand new thing");
    expect(whoWords({ actor: "public" })).toBe("Somebody not signed in");
    expect(whoWords({ actor: "public", code: "sign_in_server" })).toBe("The sign-in server");
    expect(whenceWords({ ...entry, actor: "program", token: "Nightly report" })).toContain("with the token “Nightly report”");
    expect(aboutWords({ ...entry, artifactTitle: undefined } as never)).toContain("an artifact that is gone");
  });

  it("ask only for what was chosen, and for whole days", () => {
    const query = auditQuery({ person: " ada ", action: "share", outcome: "", artifact: "", from: "2026-11-20", to: "2026-11-20" });
    const asked = new URLSearchParams(query);
    expect(asked.get("person")).toBe("ada");
    expect(asked.has("outcome")).toBe(false);
    expect(Date.parse(asked.get("to") ?? "") - Date.parse(asked.get("from") ?? "")).toBe(86_400_000);
  });
});
