import { describe, expect, it } from "vitest";
import { dayOf, expiryOf, momentOfExpiry } from "./expiry.ts";
import { accessInWords, addressOf, factsOf, nameOf } from "./shareWords.ts";
import { addressesIn, byAddress, isAddress, mostAtOnce, suggested, withMore, type Subject } from "./subjects.ts";
import type { Share } from "./types.ts";
import { edited } from "./useShares.ts";

const now = new Date(2026, 10, 21, 12).getTime();
const ben: Share = { id: "1", kind: "person", email: "ben@acme.test", name: "Ben Okri", role: "viewer", createdAt: "2026-11-20T12:00:00Z" };
const person = (email: string): Subject => ({ kind: "person", email });

describe("whom to share with", () => {
  it("is found in a list as mail programs copy it, each once", () => {
    expect(addressesIn("Ben Okri <ben@acme.test>; cleo@acme.test\nBEN@acme.test, nobody, dara@acme.test ed@acme.test")).toEqual(["ben@acme.test", "cleo@acme.test", "dara@acme.test", "ed@acme.test"]);
  });

  it("is an address or it is not", () => {
    expect(["a@b", "a.b+c@example.org"].every(isAddress)).toBe(true);
    expect(["", "a@", "@b", "a b@c", "a@b@c", `${"a".repeat(320)}@b`].some(isAddress)).toBe(false);
  });

  it("is offered from the people and groups that are known, and invited where nobody has the address", () => {
    const known = { people: [{ id: "ben", name: "Ben Okri", email: "ben@acme.test" }, { id: "x", name: "Without address", email: null }], groups: [{ name: "sales" }], workspace: "Acme" };
    expect(suggested("be", known, [])).toEqual([{ kind: "person", email: "ben@acme.test", name: "Ben Okri" }]);
    expect(suggested("ben@acme.test", known, [])).toEqual([{ kind: "person", email: "ben@acme.test", name: "Ben Okri" }]);
    expect(suggested("New@acme.test", { ...known, people: [], groups: [] }, [])).toEqual([person("new@acme.test")]);
    expect(suggested("acme", { ...known, people: [], groups: [] }, [])).toEqual([{ kind: "workspace", workspace: "Acme" }]);
    expect(suggested("sales", known, [{ kind: "group", group: "sales" }, person("BEN@acme.test")])).toEqual([]);
  });

  it("is whom was typed, and not somebody whose address contains it or who was found for an earlier text", () => {
    const known = { people: [{ id: "r", name: "Reuben", email: "reuben@acme.test" }, { id: "x", name: "Bea", email: "bea@acme.test" }], groups: [], workspace: "Acme" };
    expect(suggested("ben@acme.test", known, [])).toEqual([person("ben@acme.test"), { kind: "person", email: "reuben@acme.test", name: "Reuben" }]);
    expect(byAddress(suggested("ben@acme.test", known, []), " Ben@acme.test ")).toEqual([person("ben@acme.test")]);
    expect(byAddress(suggested("ben@acme.test", known, [person("ben@acme.test")]), "ben@acme.test")).toEqual([]);
  });

  it("is taken once, and not more at a time than can be shown", () => {
    expect(withMore([person("a@b")], [person("A@b"), person("c@d")])).toHaveLength(2);
    expect(withMore([], Array.from({ length: 90 }, (_, index) => person(`p${index}@acme.test`)))).toHaveLength(mostAtOnce);
  });
});

describe("the end of a share", () => {
  it("is never, so many days from now, or the end of a day", () => {
    expect(momentOfExpiry({ ending: "never", date: "" }, now)).toBeNull();
    expect(momentOfExpiry({ ending: "7", date: "" }, now)).toBe(new Date(now + 7 * 86_400_000).toISOString());
    expect(momentOfExpiry({ ending: "date", date: "2026-11-21" }, now)).toBe(new Date(2026, 10, 21, 23, 59, 59).toISOString());
  });

  it("is no day that has passed, and none that is not named", () => {
    expect(momentOfExpiry({ ending: "date", date: "2026-11-20" }, now)).toBeUndefined();
    expect(momentOfExpiry({ ending: "date", date: "" }, now)).toBeUndefined();
  });

  it("is read back as the day that it is on", () => {
    expect(expiryOf(new Date(2026, 11, 3, 23, 59).toISOString())).toEqual({ ending: "date", date: "2026-12-03" });
    expect(expiryOf(null).ending).toBe("never");
    expect(dayOf(now)).toBe("2026-11-21");
  });
});

describe("a share in words", () => {
  it("tells who has not come yet, and until when", () => {
    expect([addressOf(ben), factsOf(ben, now)]).toEqual(["ben@acme.test", ""]);
    expect(factsOf({ ...ben, name: null, expiresAt: new Date(2026, 10, 22, 7).toISOString() }, now)).toBe("Has not signed in yet · Until tomorrow 7:00");
    expect(factsOf({ ...ben, kind: "group", email: null, name: null, group: "sales", expiresAt: new Date(2026, 10, 20).toISOString() }, now)).toBe("Group · Ended");
    expect([nameOf(ben, "Acme"), nameOf({ kind: "workspace" }, "Acme"), nameOf({ kind: "person", email: "x@y" }, "Acme")]).toEqual(["Ben Okri", "Everyone at Acme", "x@y"]);
  });

  it("tells whose access a source is read with", () => {
    const call = { key: "k", tool: "t", arguments: {}, relative: [], shown: true };
    expect(accessInWords({ access: "owner", scope: "personal", calls: [call, { ...call, shown: false }] }, true)).toBe("They see what you see in 1 call");
    expect(accessInWords({ access: "viewer", scope: "workspace", calls: [] }, false)).toContain("the workspace’s connection");
    expect(accessInWords({ access: "viewer", scope: "personal", calls: [] }, false)).toContain("what they may see there");
    expect(accessInWords({ access: "viewer", scope: "personal", calls: [] }, true)).toContain("yours alone");
  });
});

describe("a list that is read a part at a time", () => {
  const pages = { pages: [{ items: [ben], total: 2, next: "1" }, { items: [{ ...ben, id: "2" }], total: 2 }], pageParams: [undefined, "1"] };

  it("shows a change where it happened", () => {
    expect(edited(pages, "2", { ...ben, id: "2", role: "editor" })?.pages.map(({ items }) => items.map(({ role }) => role))).toEqual([["viewer"], ["editor"]]);
  });

  it("loses what was removed, and counts it out", () => {
    const after = edited(pages, "1", undefined);
    expect(after?.pages.flatMap(({ items }) => items.map(({ id }) => id))).toEqual(["2"]);
    expect(after?.pages[0]?.total).toBe(1);
  });
});
