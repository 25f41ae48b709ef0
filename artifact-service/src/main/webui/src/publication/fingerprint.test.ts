import { expect, test } from "vitest";
import { fingerprint, without } from "./fingerprint.ts";

// The same vectors as in FingerprintTest: both sides have to agree.
const one = "5a1c";

test("equal_arguments_have_the_same_name_whatever_their_order_and_form", async () => {
  const name = await fingerprint({ b: [1, 2.5, null, true], a: { x: "ü", y: 0 } });
  expect(await fingerprint({ a: { y: -0, x: "ü" }, b: [1.0, 2.5, null, true] })).toBe(name);
  expect(await fingerprint({ a: { y: 0, x: "ü" }, b: [1, 2.5, null, true], _cb: "123" })).toBe(name);
  expect(await fingerprint({ a: { y: "0", x: "ü" }, b: [1, 2.5, null, true] })).not.toBe(name);
  expect(name).not.toContain(one);
});

test("what_depends_on_the_day_can_be_left_out", async () => {
  const monday = { from: "2026-11-16", filter: { days: ["a", "b"] } };
  const tuesday = { from: "2026-11-17", filter: { days: ["a", "c"] } };
  const paths = ["/from", "/filter/days/1"];
  expect(await fingerprint(without(paths, monday))).toBe(await fingerprint(without(paths, tuesday)));
  expect(await fingerprint(without(["/from"], monday))).not.toBe(await fingerprint(without(["/from"], tuesday)));
  expect(without(["/not/there", "/filter/days/9"], monday)).toEqual(monday);
});
