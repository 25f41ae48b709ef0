/** A file name that is safe to suggest: no path, no control or direction-changing characters, not hidden. */
export function safeName(name: string): string {
  const base = name.split(/[\\/]/).pop() ?? "";
  // eslint-disable-next-line no-control-regex -- control characters are what has to go
  const clean = base.replace(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069<>:"|?*]/g, "").replace(/^\.+/, "");
  return clean.trim().slice(0, 120) || "download";
}

const quiet = /\.(csv|tsv|txt|json|md|xlsx|png|jpe?g|gif|webp|svg|pdf|ics|xml|zip)$/i;

/** Files that no click opens into a program are saved without a question when the person asked for them. */
export function isQuietFile(name: string): boolean {
  return quiet.test(name);
}

/** Saves `content` on the person's device. */
export function saveAs(name: string, content: Blob): void {
  const url = URL.createObjectURL(content);
  const anchor = document.createElement("a");
  anchor.href = url;
  anchor.download = safeName(name);
  anchor.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

const openable = new Set(["http:", "https:", "mailto:", "tel:"]);

/** The address that a page may ask to open, or undefined. */
export function openableUrl(url: string): string | undefined {
  try {
    const parsed = new URL(url);
    return openable.has(parsed.protocol) && url.length <= 8_000 ? parsed.href : undefined;
  } catch {
    return undefined;
  }
}
