import { assert, constantFrom, property, uniqueArray } from "fast-check";
import { describe, expect, test } from "vitest";
import {
  beyondScopes,
  keyResources,
  type KeyScope,
  keyScopes,
  mayUse,
  normalScopes,
  requiredScope,
} from "./scopes";

const aScope = constantFrom<KeyScope>(...keyScopes);
const anyScope = constantFrom<"*" | KeyScope>("*", ...keyScopes);
const someScopes = uniqueArray(anyScope, { minLength: 1 });
const everything: (KeyScope | null)[] = [null, ...keyScopes];
const allowedBy = (scopes: readonly string[]) => everything.filter((each) => mayUse(scopes, each));

test("there are reading and writing of each of the contract's resources, once", () => {
  expect(keyResources.toSorted()).toEqual([
    "activity",
    "api_keys",
    "bookings",
    "calendars",
    "event_types",
    "members",
    "usage",
    "waitlist",
    "webhooks",
  ]);
  expect(new Set(keyScopes).size).toBe(2 * keyResources.length);
});

describe.each(keyResources)("of %s", (resource) => {
  test("reading allows reading alone", () => {
    expect(allowedBy([`${resource}:read`])).toEqual([null, `${resource}:read`]);
  });

  test("writing allows reading too, and nothing of other resources", () => {
    expect(allowedBy([`${resource}:write`])).toEqual([
      null,
      `${resource}:read`,
      `${resource}:write`,
    ]);
  });
});

test("`*` allows everything, no scope only what asks for none", () => {
  expect(allowedBy(["*"])).toEqual(everything);
  expect(allowedBy([])).toEqual([null]);
});

test.each(["BOOKINGS:READ", "bookings", "bookings:*", "bookings:read ", ":write", "**", ""])(
  "%j, which is no scope, allows nothing",
  (scope) => {
    expect(allowedBy([scope])).toEqual([null]);
  },
);

test("a key may do exactly what one of its scopes allows", () => {
  assert(
    property(someScopes, aScope, (scopes, required) => {
      expect(mayUse(scopes, required)).toBe(scopes.some((each) => mayUse([each], required)));
    }),
  );
});

test("the normal form allows the same, is the same in any order, and is the shortest", () => {
  assert(
    property(someScopes, (scopes) => {
      const normal = normalScopes(scopes);
      expect(allowedBy(normal)).toEqual(allowedBy(scopes));
      expect(normalScopes(scopes.toReversed())).toEqual(normal);
      expect(normalScopes(normal)).toEqual(normal);
      for (const each of normal) {
        expect(allowedBy(normal.filter((other) => other !== each))).not.toEqual(allowedBy(normal));
      }
    }),
  );
});

test("what lies beyond scopes is what would allow more", () => {
  assert(
    property(someScopes, someScopes, (held, wished) => {
      const more = allowedBy([...held, ...wished]).length > allowedBy(held).length;
      const wishesAll = wished.includes("*") && !held.includes("*");
      expect(beyondScopes(held, wished).length > 0).toBe(more || wishesAll);
    }),
  );
});

test("all the scopes there are today are still not `*`", () => {
  expect(beyondScopes(keyScopes, ["*"])).toEqual(["*"]);
  expect(normalScopes(keyScopes)).toEqual(keyResources.map((resource) => `${resource}:write`));
});

test("an operation without a row in the table is an error, not a free pass", () => {
  expect(() => requiredScope("apiKeys.nothing")).toThrow("apiKeys.nothing has no row");
});
