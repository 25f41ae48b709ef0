import * as acme from "./acme.ts";

/** A tool of a connector, and what it answers. */
export interface MockTool {
  name: string;
  title: string;
  description: string;
  readOnly: boolean;
  annotated?: boolean;
  inputSchema: object;
  answer: (args: Record<string, unknown>) => object;
}

const structured = (value: object) => ({ content: [{ type: "text", text: JSON.stringify(value) }], structuredContent: value });
const text = (value: string) => ({ content: [{ type: "text", text: value }] });
const schema = (properties: object = {}, required: string[] = []) => ({ type: "object", properties, required });

/** The tools of each connector, by its slug. */
export const toolSets: Record<string, MockTool[]> = {
  "acme-crm": [
    { name: "list_deals", title: "List deals", description: "Deals with stage, amount and close date.", readOnly: true, inputSchema: schema({ open: { type: "boolean", description: "Only open deals" }, stage: { type: "string", enum: ["Qualified", "Proposal", "Negotiation", "Closing"] } }), answer: () => structured({ deals: acme.deals() }) },
    { name: "move_deal", title: "Move a deal", description: "Moves a deal to another stage.", readOnly: false, inputSchema: schema({ id: { type: "string" }, stage: { type: "string" } }, ["id", "stage"]), answer: () => text("moved") },
  ],
  "acme-erp": [
    { name: "revenue_by_month", title: "Revenue by month", description: "Revenue and expenses, month by month.", readOnly: true, inputSchema: schema({ year: { type: "integer" } }, ["year"]), answer: () => text(JSON.stringify(acme.revenue())) },
    { name: "cash_position", title: "Cash position", description: "Balance of each account.", readOnly: true, inputSchema: schema(), answer: () => structured(acme.cash()) },
    { name: "open_invoices", title: "Open invoices", description: "Receivables with due date.", readOnly: true, inputSchema: schema(), answer: () => structured({ invoices: acme.invoices() }) },
  ],
  calendar: [
    { name: "week", title: "This week", description: "Meetings of this week.", readOnly: true, inputSchema: schema(), answer: () => text(acme.events()) },
  ],
};

/** One tool with every kind of argument, and one that does not say what it does. */
export const probing: MockTool[] = [
  {
    name: "search_orders", title: "Search orders", description: "Orders by region, time and state.\nThe newest first.", readOnly: true,
    inputSchema: schema(
      {
        region: { type: "string", title: "Region", enum: ["EMEA", "Americas", "APAC"], description: "Where the order came from" },
        from: { type: "string", format: "date", title: "From", description: "First day" },
        limit: { type: "integer", minimum: 1, maximum: 500, default: 50, description: "Most rows" },
        paid: { type: "boolean", title: "Paid" },
        tags: { type: "array", items: { type: "string" }, title: "Tags" },
        states: { type: "array", items: { enum: ["open", "shipped", "returned"] }, title: "States" },
        customer: { type: "object", title: "Customer", properties: { name: { type: "string" }, email: { type: "string", format: "email" } }, required: ["name"] },
        extra: { description: "Anything else" },
      },
      ["region", "from"],
    ),
    answer: () => structured({ deals: acme.deals() }),
  },
  { name: "sync", title: "Sync", description: "Nobody knows what this does.", readOnly: false, annotated: false, inputSchema: schema(), answer: () => text("done") },
];
