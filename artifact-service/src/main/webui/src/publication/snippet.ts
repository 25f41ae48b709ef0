/** What another site puts into a page of its own. */
export function snippetOf(url: string, title: string): string {
  const quoted = title.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
  return `<iframe src="${url}" title="${quoted}" style="width:100%;height:600px;border:0" loading="lazy"></iframe>`;
}
