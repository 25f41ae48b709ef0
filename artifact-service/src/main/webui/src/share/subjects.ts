import type { FoundPerson, Group, NewShare } from "./types.ts";

/** Somebody to share with: a person by their address, everyone in a group, or everyone. */
export type Subject =
  | { readonly kind: "person"; readonly email: string; readonly name?: string }
  | { readonly kind: "group"; readonly group: string }
  | { readonly kind: "workspace"; readonly workspace: string };

/** The most that are added in one go. */
export const mostAtOnce = 50;

const address = /^[^\s@,;<>]+@[^\s@,;<>]+$/;

export function isAddress(text: string): boolean {
  return text.length <= 320 && address.test(text);
}

export function keyOf(subject: Subject): string {
  switch (subject.kind) {
    case "person":
      return `person ${subject.email.toLowerCase()}`;
    case "group":
      return `group ${subject.group}`;
    case "workspace":
      return "workspace";
  }
}

export function labelOf(subject: Subject): string {
  switch (subject.kind) {
    case "person":
      return subject.name ?? subject.email;
    case "group":
      return subject.group;
    case "workspace":
      return `Everyone at ${subject.workspace}`;
  }
}

/** The addresses in a text such as a mail program copies: `Ben Okri <ben@acme.test>, cleo@acme.test`. */
export function addressesIn(text: string): string[] {
  const found = text
    .split(/[,;\n\r\t]+/)
    .map((piece) => (/<([^<>]*)>/.exec(piece)?.[1] ?? piece).trim())
    .flatMap((piece) => piece.split(/\s+/))
    .filter(isAddress);
  return [...new Set(found.map((email) => email.toLowerCase()))];
}

/** The chosen ones with more of them, each once and no more than fit. */
export function withMore(chosen: readonly Subject[], more: readonly Subject[]): Subject[] {
  const known = new Map([...chosen, ...more].map((subject) => [keyOf(subject), subject]));
  return [...known.values()].slice(0, mostAtOnce);
}

interface Known {
  readonly people: readonly FoundPerson[];
  readonly groups: readonly Group[];
  readonly workspace: string;
}

function textOf(subject: Subject): string {
  return subject.kind === "person" ? `${subject.name ?? ""} ${subject.email}` : labelOf(subject);
}

/**
 * What can be chosen for what was typed. What was found for an earlier text and does not fit any more is left out, and a whole
 * address comes first, whoever else's name contains it: Enter shares with nobody but whom was typed. Who has an address that
 * nobody here has can be invited.
 */
export function suggested(text: string, { people, groups, workspace }: Known, chosen: readonly Subject[]): Subject[] {
  const taken = new Set(chosen.map(keyOf));
  const typed = text.trim().toLowerCase();
  const known: Subject[] = [
    ...people.flatMap(({ email, name }): Subject[] => (email == null ? [] : [{ kind: "person", email, name }])),
    ...groups.map(({ name }): Subject => ({ kind: "group", group: name })),
    ...(typed.length < 2 ? [] : [{ kind: "workspace", workspace } as const]),
  ];
  const fitting = known.filter((subject) => textOf(subject).toLowerCase().includes(typed));
  if (!isAddress(typed)) return fitting.filter((subject) => !taken.has(keyOf(subject)));
  const exact = { kind: "person", email: typed } as const;
  const same = fitting.find((subject) => keyOf(subject) === keyOf(exact)) ?? exact;
  return [same, ...fitting.filter((subject) => subject !== same)].filter((subject) => !taken.has(keyOf(subject)));
}

/** The one whose address was typed; nobody if they are chosen already. */
export function byAddress(options: readonly Subject[], typed: string): Subject[] {
  const wanted = keyOf({ kind: "person", email: typed.trim() });
  return options.filter((option) => keyOf(option) === wanted);
}

/** How the server is asked to share with one of them. */
export function shareWith(subject: Subject, terms: Pick<NewShare, "role" | "expiresAt" | "message">): NewShare {
  switch (subject.kind) {
    case "person":
      return { kind: "person", email: subject.email, ...terms };
    case "group":
      return { kind: "group", group: subject.group, ...terms };
    case "workspace":
      return { kind: "workspace", ...terms };
  }
}
