import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, fireEvent, render, screen, waitFor } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { ScheduleDialog } from "./ScheduleDialog.tsx";

const call = {
  key: "k",
  connectorId: "c",
  connectorName: "Acme ERP",
  tool: "revenue",
  current: true,
  arguments: { from: "2026-11-01", region: "EMEA" },
  relative: [{ path: "/from", value: "2026-11-01", chosen: "month.start", candidates: [{ expression: "month.start", words: "first day of this month", today: "2026-11-01" }] }],
};

function show(calls: unknown) {
  const sent = vi.fn<(path: string, body: unknown) => void>();
  const onClose = vi.fn();
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  vi.stubGlobal(
    "fetch",
    vi.fn(async (path: string, { method, body }: RequestInit) => {
      if (method === "POST" && path.startsWith("/api/artifacts")) sent(path, JSON.parse(body as string));
      const answer = path.includes("/proposal") ? { calls } : path.includes("/reading") ? { inWords: "At 7:00, Monday to Friday", next: [] } : [];
      return Promise.resolve(new Response(JSON.stringify(answer)));
    }),
  );
  render(
    <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { retry: false } } })}>
      <ScheduleDialog artifactId="a" title="Revenue" onClose={onClose} />
    </QueryClientProvider>,
  );
  return { sent, onClose };
}

const agree = () => screen.getByRole("button", { name: "Schedule" });

describe("scheduling a page", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("agrees to what was on screen, and to nothing before it is", async () => {
    const { sent, onClose } = show([call]);
    expect(agree()).toHaveProperty("disabled", true);
    await screen.findByText("Revenue");
    expect(screen.getByText("Acme ERP · region: EMEA")).toBeTruthy();
    fireEvent.click(agree());
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    const [path, body] = sent.mock.calls[0] ?? [];
    expect(path).toBe("/api/artifacts/a/schedules");
    expect(body).toMatchObject({ cron: "0 7 * * 1-5", misfire: "run_once", jitterSeconds: 0, calls: [{ key: "k", relative: [{ path: "/from", expression: "month.start" }] }] });
    expect(body).not.toHaveProperty("expiresAt");
  });

  it("keeps a date as it stands where the owner wants that", async () => {
    const { sent, onClose } = show([call]);
    fireEvent.change(await screen.findByLabelText("from"), { target: { value: "" } });
    fireEvent.click(agree());
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent.mock.calls[0]?.[1]).toMatchObject({ calls: [{ key: "k", relative: [{ path: "/from", expression: null }] }] });
  });

  it("leaves out what the page does not ask for any more, unless its owner ticks it", async () => {
    const earlier = { ...call, key: "e", title: "Revenue of last year", relative: [], current: false };
    const { sent, onClose } = show([call, earlier]);
    const tick = await screen.findByRole("checkbox", { name: "Revenue of last year" });
    expect(tick.getAttribute("aria-checked")).toBe("false");
    expect(screen.getByText("Asked for earlier, not when you opened the page last.")).toBeTruthy();
    fireEvent.click(screen.getByRole("checkbox", { name: "Revenue" }));
    expect(agree()).toHaveProperty("disabled", true);
    expect(screen.getByText("Tick what is to be fetched.")).toBeTruthy();
    fireEvent.click(tick);
    fireEvent.click(agree());
    await waitFor(() => expect(onClose).toHaveBeenCalled());
    expect(sent.mock.calls[0]?.[1]).toMatchObject({ calls: [{ key: "e" }] });
  });

  it("says what to do first with a page that has made no call", async () => {
    show([]);
    await screen.findByText(/Open the page once/);
    expect(agree()).toHaveProperty("disabled", true);
  });
});
