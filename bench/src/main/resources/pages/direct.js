// the bridge of the plain file: each tool is asked at its server, with nothing in between
window.cowork = {
  async callMcpTool(name, args) {
    const [, server, tool] = name.split("__");
    const response = await fetch(`/${server.replace("slow-", "")}/mcp`, {
      method: "POST",
      headers: { "Content-Type": "application/json" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params: { name: tool, arguments: args } }),
    });
    return (await response.json()).result;
  },
};
