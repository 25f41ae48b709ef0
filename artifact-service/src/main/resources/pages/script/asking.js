/** What a source gives: structured, else read out of its text. */
export async function ask(source) {
  if (!window.cowork) throw new Error("This page shows its data when it is opened in Live Artifacts or in Claude Cowork.");
  const answer = await window.cowork.callMcpTool(source.tool, source.arguments);
  const text = (answer.content || []).filter((part) => part.type === "text").map((part) => part.text).join("\n");
  if (answer.isError) throw new Error(text || source.connector + " did not say what went wrong.");
  if (answer.structuredContent != null) return answer.structuredContent;
  try {
    return JSON.parse(text);
  } catch {
    return { table: markdownTable(text), text };
  }
}

function markdownTable(text) {
  const cells = (line) => line.trim().replace(/^\||\|$/g, "").split(/(?<!\\)\|/).map((cell) => cell.trim().replaceAll("\\|", "|"));
  const lines = text.split(/\r?\n/);
  const at = lines.findIndex((line, i) => i > 0 && /^\s*\|?\s*:?-{2,}:?\s*(\|\s*:?-{2,}:?\s*)*\|?\s*$/.test(line) && lines[i - 1].includes("|"));
  if (at < 1) return [];
  const names = cells(lines[at - 1]);
  const end = lines.findIndex((line, i) => i > at && !line.includes("|"));
  return lines.slice(at + 1, end < 0 ? undefined : end).map((line) => Object.fromEntries(cells(line).map((cell, i) => [names[i], cell])));
}
