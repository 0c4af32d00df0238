import { expect, test } from "vitest";
import { embedSnippet } from "./snippet";

const id = "019a5d3e-8f5b-7c3a-9d1e-2b4f6a8c0e1d";
const type = { id, booking_url: "https://book.example.com/acme/intro?mode=live&a=%22" };

test("inline, the widget stands where a link to the page is for who runs no scripts", () => {
  expect(embedSnippet(type, { mode: "inline", theme: "auto" })).toBe(
    `<div data-astrocal-event-type="${id}">
  <a href="https://book.example.com/acme/intro?mode=live&amp;a=%22">Book a time</a>
</div>
<script async src="https://book.example.com/widget/v1/astrocal.js"></script>`,
  );
});

test("as a popup, the link itself opens it", () => {
  expect(embedSnippet(type, { mode: "popup", theme: "dark" })).toBe(
    `<a href="https://book.example.com/acme/intro?mode=live&amp;a=%22" data-astrocal-event-type="${id}" data-astrocal-mode="popup" data-astrocal-theme="dark">Book a time</a>
<script async src="https://book.example.com/widget/v1/astrocal.js"></script>`,
  );
});
