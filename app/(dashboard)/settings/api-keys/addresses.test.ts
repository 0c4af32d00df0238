import { expect, test } from "vitest";
import { addressesIn, namingAddresses, withAddress } from "./addresses";

test.each([
  ["", []],
  [" \n ", []],
  ["203.0.113.7", ["203.0.113.7"]],
  ["203.0.113.7\n10.0.0.0/8\n", ["203.0.113.7", "10.0.0.0/8"]],
  ["203.0.113.7, ::1 10.0.0.0/8", ["203.0.113.7", "::1", "10.0.0.0/8"]],
])("%j names %j", (typed, addresses) => {
  expect(addressesIn(typed)).toEqual(addresses);
});

test("an address is added on a line of its own, and only once", () => {
  expect(withAddress("", "::1")).toBe("::1");
  expect(withAddress("10.0.0.0/8", "::1")).toBe("10.0.0.0/8\n::1");
  expect(withAddress("10.0.0.0/8, ::1", "::1")).toBe("10.0.0.0/8, ::1");
});

test("a problem names its address, and other fields' problems stay", () => {
  const details = {
    name: "must not be empty",
    "allowed_ips.1": "must be an address",
    "allowed_ips.2": "must be an address",
  };
  expect(namingAddresses(details, ["::1", "10.0.0.0/40", "1"])).toEqual({
    name: "must not be empty",
    allowed_ips: "address 2 (10.0.0.0/40) must be an address; address 3 (1) must be an address",
  });
  expect(namingAddresses({ allowed_ips: "too many" }, [])).toEqual({ allowed_ips: "too many" });
});
