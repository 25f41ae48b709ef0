import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keys } from "../app/keys.ts";
import { ShareDialog } from "./ShareDialog.tsx";

const ben = { id: "s1", kind: "person", email: "ben@acme.test", name: "Ben Okri", role: "viewer", createdAt: "2026-11-20T12:00:00Z" };
const call = { key: "k1", tool: "cash_position", title: "Cash position", arguments: { year: 2026, from: "2026-11-01" }, relative: [{ path: "/from", value: "2026-11-01", chosen: "month.start", candidates: [{ expression: "month.start", words: "first day of this month", today: "2026-11-01" }] }], shown: false };
const erp = { connectorId: "erp", connectorName: "Acme ERP", scope: "personal", access: "viewer", calls: [call], mine: { state: "ready" } };

interface Sent {
  method: string;
  path: string;
  body: unknown;
}

function show(more: Record<string, unknown> = {}) {
  const sent: Sent[] = [];
  const answers: Record<string, unknown> = {
    "GET /shares": { items: [ben], total: 1 },
    "GET /people": [{ id: "cleo", name: "Cleo Marsh", email: "cleo@acme.test" }],
    "GET /groups": [{ name: "cleaners" }],
    "GET /sources": [erp],
    "GET /connectors": [],
    ...more,
  };
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  vi.stubGlobal(
    "fetch",
    vi.fn(async (url: string, { method = "GET", body }: RequestInit) => {
      const path = new URL(url, "http://localhost").pathname;
      if (method !== "GET") sent.push({ method, path, body: body === undefined ? undefined : JSON.parse(body as string) });
      const last = path.split("/").at(-1) ?? "";
      const answer = answers[`${method} /${last}`] ?? { ...ben, ...(body === undefined ? {} : (JSON.parse(body as string) as object)) };
      const refused = answer instanceof Response ? answer.clone() : undefined;
      return Promise.resolve(refused ?? new Response(JSON.stringify(answer)));
    }),
  );
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData(keys.me, { id: "ada", name: "Ada Lovelace", email: "ada@acme.test", admin: false, workspace: "Acme" });
  const onClose = vi.fn();
  render(
    <QueryClientProvider client={queries}>
      <ShareDialog id="a" title="Revenue" onClose={onClose} />
    </QueryClientProvider>,
  );
  return { sent, onClose };
}

const field = () => screen.getByRole("combobox", { name: "Add people or groups" });
const click = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", { name }));

describe("sharing a page", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("finds people and groups by name, and shares with both on one click", async () => {
    const { sent } = show();
    fireEvent.change(field(), { target: { value: "cle" } });
    fireEvent.click(await screen.findByRole("option", { name: /Cleo Marsh/ }));
    fireEvent.change(field(), { target: { value: "clea" } });
    await screen.findByRole("option", { name: /cleaners/ });
    fireEvent.keyDown(field(), { key: "ArrowUp" });
    fireEvent.keyDown(field(), { key: "Enter" });
    fireEvent.change(screen.getByLabelText("What they may do"), { target: { value: "editor" } });
    click("Share with 2");
    await waitFor(() => expect(sent).toHaveLength(2));
    expect(sent.map(({ body }) => body)).toEqual([
      { kind: "person", email: "cleo@acme.test", role: "editor" },
      { kind: "group", group: "cleaners", role: "editor" },
    ]);
  });

  it("shares with an address that nobody here has, with a message and an end", async () => {
    const { sent } = show({ "GET /people": [], "GET /groups": [] });
    fireEvent.change(field(), { target: { value: "new@acme.test" } });
    fireEvent.keyDown(field(), { key: "Enter" });
    click("Add a message, or an end");
    fireEvent.change(screen.getByLabelText("Message"), { target: { value: " For Monday " } });
    fireEvent.change(screen.getByLabelText("When it ends"), { target: { value: "7" } });
    click("Share");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]?.body).toMatchObject({ kind: "person", email: "new@acme.test", role: "viewer", message: "For Monday" });
    expect(Date.parse((sent[0]?.body as { expiresAt: string }).expiresAt)).toBeGreaterThan(Date.now());
  });

  it("keeps those with whom it did not work, and says why", async () => {
    const problem = new Response(JSON.stringify({ detail: "Enter the e-mail address that this person signs in with." }), { status: 400 });
    show({ "POST /shares": problem });
    fireEvent.change(field(), { target: { value: "odd@acme.test" } });
    fireEvent.keyDown(field(), { key: "Enter" });
    click("Share");
    await screen.findByText("odd@acme.test: Enter the e-mail address that this person signs in with.");
    expect(screen.getByRole("button", { name: "Leave out odd@acme.test" })).toBeTruthy();
  });

  it("asks for somebody before it shares", () => {
    const { sent } = show();
    click("Share");
    expect(screen.getByText(/Choose somebody first/)).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it("changes a role where it stands, and removes with one click", async () => {
    const { sent } = show();
    fireEvent.change(await screen.findByLabelText("What Ben Okri may do"), { target: { value: "editor" } });
    await waitFor(() => expect(sent).toEqual([{ method: "PATCH", path: "/api/artifacts/a/shares/s1", body: { role: "editor" } }]));
    fireEvent.keyDown(screen.getByRole("button", { name: "More about Ben Okri" }), { key: "Enter" });
    fireEvent.click(await screen.findByRole("menuitem", { name: "Remove" }));
    await waitFor(() => expect(screen.queryByText("Ben Okri")).toBeNull());
    expect(sent.at(-1)).toMatchObject({ method: "DELETE", path: "/api/artifacts/a/shares/s1" });
  });

  it("shows others what the owner sees only after the calls were in sight", async () => {
    const { sent } = show();
    fireEvent.click(await screen.findByRole("radio", { name: "Yours" }));
    expect(sent).toEqual([]);
    const region = screen.getByRole("region", { name: "Whose access" });
    expect(within(region).getByText("Cash position")).toBeTruthy();
    expect(within(region).getByText("year: 2026")).toBeTruthy();
    click("Show them this call");
    await waitFor(() => expect(sent).toHaveLength(1));
    expect(sent[0]).toMatchObject({ method: "PUT", path: "/api/artifacts/a/sources/erp" });
    expect(sent[0]?.body).toMatchObject({ access: "owner", calls: ["k1"], relative: [{ key: "k1", path: "/from", expression: "month.start" }] });
  });

  it("gives the page to somebody else only by its name", async () => {
    const { sent, onClose } = show();
    fireEvent.keyDown(await screen.findByRole("button", { name: "More about Ben Okri" }), { key: "Enter" });
    fireEvent.click(await screen.findByRole("menuitem", { name: "Make the owner…" }));
    expect(await screen.findByRole("button", { name: "Make the owner" })).toHaveProperty("disabled", true);
    fireEvent.change(screen.getByLabelText("Type “Revenue” to confirm"), { target: { value: "Revenue" } });
    click("Make the owner");
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent).toEqual([{ method: "POST", path: "/api/artifacts/a/owner", body: { email: "ben@acme.test" } }]);
  });

  it("searches a long list, and shows it a part at a time", async () => {
    const items = Array.from({ length: 50 }, (_, index) => ({ ...ben, id: `s${index}`, name: `Person ${index}` }));
    show({ "GET /shares": { items, total: 1000, next: "s49" } });
    await screen.findByText("Person 0");
    expect(screen.getByText("1,000 shares")).toBeTruthy();
    expect(screen.getByRole("searchbox", { name: "Search who can open it" })).toBeTruthy();
    expect(screen.getByRole("button", { name: "Show more (950 left)" })).toBeTruthy();
    expect(screen.queryByText("Let them view")).toBeNull();
  });
});
