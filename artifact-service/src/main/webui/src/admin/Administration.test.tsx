import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { Administration } from "./Administration.tsx";

const me = { id: "p", name: "Ada Lovelace", email: "ada@acme.test", admin: true, workspace: "Acme" };
const budget = {
  artifactId: "a",
  title: "Open pipeline",
  personId: "p",
  personName: "Ada Lovelace",
  tokensUsed: 125_000,
  tokensLeft: 375_000,
  resetsAt: "2026-11-22T00:00:00Z",
};

function show(budgets: unknown, status = 200) {
  vi.stubGlobal(
    "fetch",
    vi.fn(async (path: string) =>
      Promise.resolve(new Response(JSON.stringify(path === "/api/me" ? me : budgets), { status: path === "/api/me" ? 200 : status })),
    ),
  );
  const client = new QueryClient({ defaultOptions: { queries: { retry: false } } });
  render(
    <QueryClientProvider client={client}>
      <Administration />
    </QueryClientProvider>,
  );
}

describe("what pages asked Claude", () => {
  afterEach(() => {
    cleanup();
    vi.unstubAllGlobals();
  });

  it("is shown with what is left", async () => {
    show([budget]);
    await screen.findByText("Open pipeline");
    expect(screen.getByText(new Intl.NumberFormat().format(375_000))).toBeTruthy();
    expect(screen.getByText("25 %")).toBeTruthy();
  });

  it("says so when there is nothing", async () => {
    show([]);
    await screen.findByText("No page has asked Claude today");
  });

  it("is for administrators, and says that to others", async () => {
    show({ status: 403, title: "Not allowed", detail: "Only an administrator sees what everyone has used." }, 403);
    await screen.findByText("Only an administrator sees what everyone has used.");
  });
});
