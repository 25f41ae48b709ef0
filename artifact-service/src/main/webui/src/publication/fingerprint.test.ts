import { expect, test } from "vitest";
import { fingerprint, without } from "./fingerprint.ts";

// The same as in the server's FingerprintTest: both sides have to agree.
const known = "1ab4cf800d0a924f1367992c616e27c3ad8f4483bbe1c7bf676e10783a0bbc35";

test("the_server_finds_the_same_name", async () => {
  expect(await fingerprint({ b: [1, 2.5, null, true, 1e21, -0], a: { x: "ü€😀", y: 0 }, _cb: 9 })).toBe(known);
});

test("equal_arguments_have_the_same_name_whatever_their_order_and_form", async () => {
  const name = await fingerprint({ b: [1, 2.5, null, true], a: { x: "ü", y: 0 } });
  expect(await fingerprint({ a: { y: -0, x: "ü" }, b: [1.0, 2.5, null, true] })).toBe(name);
  expect(await fingerprint({ a: { y: 0, x: "ü" }, b: [1, 2.5, null, true], _cb: "123" })).toBe(name);
  expect(await fingerprint({ a: { y: "0", x: "ü" }, b: [1, 2.5, null, true] })).not.toBe(name);
});

test("what_depends_on_the_day_can_be_left_out", async () => {
  const monday = { from: "2026-11-16", filter: { days: ["a", "b"] } };
  const tuesday = { from: "2026-11-17", filter: { days: ["a", "c"] } };
  const paths = ["/from", "/filter/days/1"];
  expect(await fingerprint(without(paths, monday))).toBe(await fingerprint(without(paths, tuesday)));
  expect(await fingerprint(without(["/from"], monday))).not.toBe(await fingerprint(without(["/from"], tuesday)));
  expect(without(["/not/there", "/filter/days/9"], monday)).toEqual(monday);
});
