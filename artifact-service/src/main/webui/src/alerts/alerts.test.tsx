import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { AlertDialog } from "./AlertDialog.tsx";
import { sentWords, standingOf, trialWords } from "./alertWords.ts";
import { dayChoices } from "./days.ts";
import { conditionOf, draftOf, newDraft, numberOf, wishOf } from "./draft.ts";
import type { Alert, Source } from "./types.ts";

const now = Date.parse("2026-11-20T12:00:00Z");
const deals: Source = {
  connectorId: "crm",
  connector: "Acme CRM",
  tool: "list_deals",
  arguments: { open: true },
  rows: 2,
  fields: [
    { name: "stage", number: false, examples: ["won"] },
    { name: "amount", number: true, examples: ["10"] },
  ],
};
const lost: Source = { connectorId: "erp", connector: "Acme ERP", tool: "cash", fields: [] };
const alert: Alert = {
  id: "1",
  artifactId: "a",
  artifactTitle: "Pipeline",
  name: "Watch it",
  words: "Sum of amount in Acme CRM · list deals is above 5",
  connector: "Acme CRM",
  condition: {
    connectorId: "crm",
    tool: "list_deals",
    arguments: { open: true },
    measure: { kind: "aggregate", of: "sum", field: "amount", where: [{ field: "stage", op: "!=", value: null }] },
    comparison: { op: ">", value: 5, percent: false },
  },
  mail: true,
  tellWhenOver: true,
  paused: false,
  state: "firing",
  episode: { id: "e", snapshotId: "s", beganAt: "2026-11-20T11:00:00Z", words: "Sum of amount is 9, above 5." },
  sent: [],
  createdAt: "2026-11-01T00:00:00Z",
};

describe("an alert that is being made", () => {
  it("begins with the first data that came, and with the connection where none did", () => {
    expect(newDraft([lost, deals], true)).toMatchObject({ source: 1, what: "count", field: "amount" });
    expect(newDraft([lost], true)).toMatchObject({ source: 0, what: "connection" });
  });

  it("is no condition before its number is there", () => {
    const draft = newDraft([deals], true);
    expect(conditionOf(draft, [deals])).toBeUndefined();
    expect(conditionOf({ ...draft, value: "1,200.5" }, [deals])?.comparison).toEqual({ op: ">", value: 1200.5, percent: false });
    expect(conditionOf({ ...draft, op: "changes_by", value: "0" }, [deals])).toBeUndefined();
    expect(conditionOf({ ...draft, op: "changes" }, [deals])?.comparison).toEqual({ op: "changes", percent: false });
  });

  it("asks for the very call that was chosen", () => {
    expect(conditionOf({ ...newDraft([deals], true), what: "shape" }, [deals])).toEqual({ connectorId: "crm", tool: "list_deals", arguments: { open: true }, measure: { kind: "shape" } });
    expect(conditionOf(newDraft([lost], true), [lost])).toEqual({ connectorId: "erp", tool: "cash", measure: { kind: "connection" } });
  });

  it("comes back as it was when it is changed", () => {
    const draft = draftOf(alert, [lost, deals]);
    const condition = conditionOf(draft, [lost, deals]);
    expect(condition).toEqual(alert.condition);
    expect(condition !== undefined && wishOf(draft, condition)).toEqual({ name: "Watch it", condition: alert.condition, mail: true, tellWhenOver: true });
  });

  it("asks for days that move in the time zone of whoever makes it, and keeps it when it is changed", () => {
    const where = [{ field: "due", op: "in" as const, value: "week.start" }, { field: "due", op: "before" as const, value: "today" }];
    const condition = conditionOf({ ...newDraft([deals], true), value: "0", where, timeZone: "Europe/Berlin" }, [deals]);
    expect(condition?.measure).toEqual({
      kind: "aggregate",
      of: "count",
      where: [{ field: "due", op: "in", value: null, relative: "week.start" }, { field: "due", op: "<", value: null, relative: "today" }],
      timeZone: "Europe/Berlin",
    });
    const draft = condition === undefined ? undefined : draftOf({ ...alert, condition }, [deals]);
    expect([draft?.where, draft?.timeZone]).toEqual([where, "Europe/Berlin"]);
  });

  it("offers a day that was chosen elsewhere beside its own", () => {
    expect(dayChoices("before", "today-45d").at(-1)).toEqual({ value: "today-45d", label: "today-45d" });
    expect(dayChoices("in", "month.start").map(({ label }) => label)).toContain("last quarter");
  });

  it("says that its data is gone instead of choosing other data", () => {
    expect(draftOf(alert, [lost]).source).toBe(-1);
  });

  it("takes numbers as people write them", () => {
    expect([numberOf("1,000"), numberOf("-0.5"), numberOf("1 000"), numberOf(""), numberOf("many")]).toEqual([1000, -0.5, 1000, undefined, undefined]);
  });
});

describe("an alert in words", () => {
  it("says how it stands", () => {
    expect(standingOf(alert, now).look).toBe("failing");
    expect(standingOf({ ...alert, state: "trouble" }, now).words).toBe("Cannot be checked");
    expect(standingOf({ ...alert, state: "calm", foundAt: "2026-11-20T11:59:30Z" }, now).words).toBe("Nothing to tell, 30 s");
  });

  it("says how its messages went", () => {
    expect(sentWords({ kind: "mail", state: "delivered", at: "2026-11-20T11:59:00Z" }, now)).toBe("Mail sent, 1 min");
    expect(sentWords({ kind: "webhook", state: "given_up", at: "2026-11-20T11:59:00Z", reason: "The server wants no more." }, now)).toBe("Webhook did not arrive. The server wants no more.");
    expect(sentWords({ kind: "mail", state: "held", at: "2026-11-20T18:00:00Z" }, now)).toMatch(/^Mail waits until /);
  });

  it("says what it would have done", () => {
    const past = { snapshotId: "s", takenAt: "2026-11-20T07:00:00Z", holds: true, fires: true, words: "" };
    expect(trialWords([])).toMatch(/no refreshed data/);
    expect(trialWords([past])).toBe("In the last refresh you would have been told once.");
    expect(trialWords([past, { ...past, fires: false }, past])).toBe("In the last 3 refreshes you would have been told 2 times.");
  });
});

describe("the dialog", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("sends what was chosen, and shows a webhook's secret once", async () => {
    const asked: { path: string; body: unknown }[] = [];
    const answers: Record<string, unknown> = {
      "/api/artifacts/a/alerts/sources": [deals],
      "/api/alerts/channels": { mail: { available: false, why: "No mail server is set up here." } },
      "/api/artifacts/a/alerts/trial": [],
      "/api/artifacts/a/alerts": { ...alert, webhookSecret: "whsec_x" },
    };
    vi.stubGlobal(
      "fetch",
      vi.fn(async (path: string, { body }: RequestInit) => {
        asked.push({ path, body: typeof body === "string" ? JSON.parse(body) : undefined });
        return Promise.resolve(new Response(JSON.stringify(answers[path])));
      }),
    );
    render(
      <QueryClientProvider client={new QueryClient()}>
        <AlertDialog artifactId="a" title="Pipeline" onClose={() => undefined} />
      </QueryClientProvider>,
    );
    const number = await screen.findByLabelText("Number");
    const save = screen.getByRole<HTMLButtonElement>("button", { name: "Alert me" });
    expect(save.disabled).toBe(true);
    expect(screen.getByText("No mail server is set up here.")).toBeTruthy();
    fireEvent.change(number, { target: { value: "100" } });
    fireEvent.click(screen.getByRole("button", { name: "More settings" }));
    fireEvent.change(screen.getByLabelText("Webhook"), { target: { value: "https://hooks.example.com/x" } });
    fireEvent.click(save);
    await waitFor(() => expect(screen.getByDisplayValue("whsec_x")).toBeTruthy());
    expect(asked.find(({ path }) => path === "/api/artifacts/a/alerts")?.body).toMatchObject({
      mail: false,
      webhookUrl: "https://hooks.example.com/x",
      condition: { connectorId: "crm", measure: { kind: "aggregate", of: "count" }, comparison: { op: ">", value: 100 } },
    });
  });
});
