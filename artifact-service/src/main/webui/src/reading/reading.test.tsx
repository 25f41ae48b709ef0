import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { act, cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { keys } from "../app/keys.ts";
import type { LiveEvent } from "../host/events.ts";
import { Ended } from "./Ended.tsx";
import { FirstOpening } from "./FirstOpening.tsx";
import { NoAccess } from "./NoAccess.tsx";
import { readingKeys } from "./readingServer.ts";
import { isMissing, requestText, toolsInWords, wordsOf } from "./readingWords.ts";
import type { Reading } from "./types.ts";

interface Line {
  event: (event: LiveEvent) => void;
  back: () => void;
}
const told = vi.hoisted((): Line => ({ event: () => undefined, back: () => undefined }));
vi.mock("../artifact/liveEvents.ts", () => ({
  listen: (_: string, event: Line["event"], back: Line["back"]) => {
    Object.assign(told, { event, back });
    return () => undefined;
  },
}));

const me = { id: "ben", name: "Ben Okri", email: "ben@acme.test", admin: false, workspace: "Acme" };
const reading: Reading = {
  agreed: false,
  list: "l1",
  from: "Ada Lovelace",
  message: "For Monday",
  sources: [
    { connectorId: "crm", connectorName: "Acme CRM", tools: ["List deals"], access: "viewer", state: "ready" },
    { connectorId: "erp", connectorName: "Acme ERP", tools: ["Cash position"], access: "owner", state: "ready" },
    { connectorId: "cal", connectorName: "Calendar", tools: ["Week"], access: "viewer", state: "sign_in_needed" },
  ],
};

function show(screenOf: React.ReactNode, answers: Record<string, unknown> = {}) {
  const sent = vi.fn<(path: string, body: unknown) => void>();
  vi.stubGlobal(
    "fetch",
    vi.fn(async (path: string, { method, body }: RequestInit) => {
      if (method === "POST") sent(path, JSON.parse(body as string));
      const answer = Object.entries(answers).find(([end]) => path.endsWith(end))?.[1];
      return Promise.resolve(answer instanceof Response ? answer.clone() : new Response(JSON.stringify(answer ?? [])));
    }),
  );
  const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  queries.setQueryData(keys.me, me);
  queries.setQueryData(readingKeys.reading("a"), reading);
  render(<QueryClientProvider client={queries}>{screenOf}</QueryClientProvider>);
  return { sent, queries };
}

const first = <FirstOpening id="a" title="Revenue" owner="Ada Lovelace" reading={reading} />;

describe("the first opening of a page of somebody else", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("tells from whom it is, in their words, and what it will read with whose access", () => {
    show(first);
    expect(screen.getByText("Ada Lovelace shared this with you")).toBeTruthy();
    expect(screen.getByText("For Monday")).toBeTruthy();
    expect(screen.getByText("With your own access")).toBeTruthy();
    expect(screen.getByText("With Ada Lovelace’s access")).toBeTruthy();
    expect(screen.getByText("Needs you to sign in")).toBeTruthy();
  });

  it("agrees to exactly the sources that were on screen", async () => {
    const { sent, queries } = show(first);
    fireEvent.click(screen.getByRole("button", { name: "Open" }));
    await waitFor(() => expect(queries.getQueryData<Reading>(readingKeys.reading("a"))?.agreed).toBe(true));
    expect(sent).toHaveBeenCalledWith("/api/artifacts/a/consent", { list: "l1" });
  });

  it("is taken off the screen when the share ends, and when somebody ends the session", async () => {
    show(first);
    act(() => told.event({ type: "changed", version: 2 }));
    expect(screen.getByRole("button", { name: "Open" })).toBeTruthy();
    act(() => told.event({ type: "revoked" }));
    expect(screen.getByRole("heading", { name: "You no longer have access to this artifact" })).toBeTruthy();
    expect(screen.queryByText(/Acme CRM|Revenue/)).toBeNull();
    cleanup();
    show(first);
    act(() => told.event({ type: "signedout" }));
    expect(screen.queryByText(/Acme CRM|Revenue/)).toBeNull();
    cleanup();
    show(first, { "/artifacts/a": new Response("{}", { status: 404 }) });
    act(() => told.back());
    expect(await screen.findByRole("heading", { name: "You no longer have access to this artifact" })).toBeTruthy();
  });

  it("says so where the list has grown meanwhile", async () => {
    show(first, { "/consent": new Response(JSON.stringify({ detail: "This page reads more by now. Look again." }), { status: 409 }) });
    fireEvent.click(screen.getByRole("button", { name: "Open" }));
    expect(await screen.findByText("This page reads more by now. Look again.")).toBeTruthy();
  });
});

describe("a page that somebody may not see", () => {
  afterEach(cleanup);

  it("names its owner to whom it was open to, and nobody to anybody else", () => {
    show(<Ended gone={false} owner="Ada Lovelace" />);
    expect(screen.getByRole("heading", { name: "You no longer have access to this artifact" })).toBeTruthy();
    expect(screen.getByText(/Ask Ada Lovelace for it/)).toBeTruthy();
    cleanup();
    show(<NoAccess me={me} />);
    expect(screen.queryByText(/Ada/)).toBeNull();
    expect(screen.getByText(/not shared with ben@acme.test, or it was deleted/)).toBeTruthy();
  });
});

describe("a source in words", () => {
  it("is missing only where the viewer’s own access is wanted and not there", () => {
    expect([isMissing({ access: "viewer", state: "sign_in_needed" }), isMissing({ access: "owner", state: "sign_in_needed" }), isMissing({ access: "viewer", state: "ready" })]).toEqual([true, false, false]);
  });

  it("says what is the matter, and whom to ask", () => {
    expect(wordsOf({ access: "viewer", state: "not_yours" }, "Ada").text).toContain("Ask Ada");
    expect(wordsOf({ access: "viewer", state: "failing" }, "Ada")).toEqual({ look: "old", text: "Does not answer right now" });
    expect(toolsInWords(["A", "B", "C", "D", "E"])).toBe("A, B, C and 2 more");
    expect(requestText("http://x/a/1", "ben@acme.test")).toBe("Could you share this with me (ben@acme.test)? http://x/a/1");
  });
});
