// What the referee starts for each scenario: hands it to the client, which runs already, and ends as it ended.
const desk = process.env.LIVE_CONFORMANCE_DESK;
const response = await fetch(desk, {
  method: 'POST',
  body: JSON.stringify({
    scenario: process.env.MCP_CONFORMANCE_SCENARIO,
    version: process.env.MCP_CONFORMANCE_PROTOCOL_VERSION,
    context: JSON.parse(process.env.MCP_CONFORMANCE_CONTEXT ?? '{}'),
    endpoint: process.argv.at(-1),
  }),
});
console.error(await response.text());
process.exit(response.ok ? 0 : 1);
