import { randomUUID } from "node:crypto";
import { existsSync, readFileSync } from "node:fs";
import { htmlOf } from "../src/fromdata/html.ts";
import type { PageSpec } from "../src/fromdata/spec.ts";
import { joined } from "./joined.ts";
import type { Route } from "./mockRoutes.ts";
import { create, page } from "./mockStore.ts";

const resources = new URL("../../resources", import.meta.url).pathname;

const templates = [
  { name: "open-pipeline", title: "Open pipeline", description: "Deals by close date, total on top, stage filter.", connectors: ["Acme CRM"], bindable: true },
  { name: "cfo-dashboard", title: "CFO dashboard", description: "Cash, revenue, open invoices.", connectors: ["Acme ERP"], bindable: true },
  { name: "invoices-by-age", title: "Invoices by age", description: "Open invoices by how long they are overdue.", connectors: ["Acme ERP"], bindable: true },
];

const pageParts = () => {
  const part = (name: string) => readFileSync(`${resources}/pages/${name}`, "utf8");
  return { skeleton: part("page.html"), stylesheet: part("page.css"), script: joined(resources, "pages/script/start.js"), guide: part("guide.md") };
};

function templatePage(name: string): { title: string; description: string; html: string } {
  const { title = "", description = "" } = templates.find((template) => template.name === name) ?? {};
  const path = `${resources}/templates/${name}`;
  if (existsSync(`${path}.json`)) return { title, description, html: htmlOf(JSON.parse(readFileSync(`${path}.json`, "utf8")) as PageSpec, pageParts()) };
  return { title, description, html: readFileSync(`${path}.html`, "utf8").replace("{{script}}", () => joined(resources, `templates/scripts/${name}.js`)) };
}

export const templateRoutes: Route[] = [
  ["GET /api/templates", () => templates],
  ["GET /api/templates/*", ([name = ""]) => templatePage(name)],
  ["POST /api/templates/*", ([name]) => {
    const title = templates.find((template) => template.name === name)?.title ?? "";
    return { id: create(randomUUID(), title, "", page(name === "cfo-dashboard" ? "cfo" : "pipeline")).id };
  }],
  ["GET /api/pages/parts", pageParts],
];
