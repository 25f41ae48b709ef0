import type { Amendment, Publication, Wish } from "./types.ts";

/** What is set of a link's use, as it stands in the form. */
export interface Terms {
  readonly title: string;
  readonly password: string;
  readonly protect: boolean;
  /** `2026-12-24`; empty for no end. */
  readonly lastDay: string;
  /** One site in each line. */
  readonly sites: string;
}

export const noTerms: Terms = { title: "", password: "", protect: false, lastDay: "", sites: "" };

export function sitesOf({ sites }: Terms): string[] {
  return sites.split(/[\s,]+/).filter((site) => site !== "");
}

/** The end of a day, on this device's clock. */
function endOf(day: string): string {
  return new Date(`${day}T23:59:59`).toISOString();
}

function dayOf(instant: string): string {
  const date = new Date(instant);
  const two = (number: number) => String(number).padStart(2, "0");
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
}

export function termsOf({ title, expiresAt, password, origins }: Publication): Terms {
  return { title, password: "", protect: password, lastDay: expiresAt == null ? "" : dayOf(expiresAt), sites: origins.join("\n") };
}

export function wished(terms: Terms): Pick<Wish, "title" | "password" | "expiresAt" | "origins"> {
  return {
    ...(terms.title.trim() === "" ? {} : { title: terms.title.trim() }),
    ...(terms.protect && terms.password !== "" ? { password: terms.password } : {}),
    ...(terms.lastDay === "" ? {} : { expiresAt: endOf(terms.lastDay) }),
    origins: sitesOf(terms),
  };
}

/** What differs from how it was. */
export function amended(before: Terms, after: Terms): Amendment {
  return {
    ...(after.title.trim() === before.title ? {} : { title: after.title.trim() }),
    ...(after.protect && after.password !== "" ? { password: after.password } : {}),
    ...(before.protect && !after.protect ? { noPassword: true } : {}),
    ...(after.lastDay === before.lastDay ? {} : after.lastDay === "" ? { noEnd: true } : { expiresAt: endOf(after.lastDay) }),
    ...(after.sites === before.sites ? {} : { origins: sitesOf(after) }),
  };
}
