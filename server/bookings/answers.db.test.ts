import { expect, test } from "vitest";
import { ahead, bookingOf, newEventType, newOrganization } from "../testing/factories";
import { ok } from "../testing/rest";
import { problemOf } from "../testing/refusals";

const questions = [
  { id: "why", label: "Why?", type: "text", required: true },
  { id: "more", label: "More", type: "textarea", required: false },
  { id: "size", label: "Size", type: "select", required: false, options: ["S", "L"] },
  { id: "terms", label: "Terms", type: "checkbox", required: false },
  { id: "phone", label: "Phone", type: "phone", required: false },
  { id: "site", label: "Site", type: "url", required: false },
];

async function newWorld(asked: unknown[]) {
  const organization = await newOrganization();
  const { id } = await newEventType(organization.live, { questions: asked });
  const book = (answers?: unknown) => ({
    body: bookingOf(id, ahead(3), answers === undefined ? {} : { answers }),
  });
  const problem = (answers: unknown, field: string) =>
    problemOf(organization, "bookings.create", book(answers), field);
  return { book, problem };
}

test("answers of every kind are taken and given back", async () => {
  const { book } = await newWorld(questions);
  const answers = {
    why: "Because\nof <b>this</b>",
    more: "",
    size: "L",
    terms: true,
    phone: "+49 (30) 123-456",
    site: "https://example.com/?q=1",
  };
  expect((await ok("bookings.create", book(answers))).answers).toEqual(answers);
});

test.each([
  [undefined, "why", "is required"],
  [{ why: "" }, "why", "is required"],
  [{ why: "   " }, "why", "is required"],
  [{ why: false }, "why", "is required"],
  [{ why: true }, "why", "must be text"],
  [{ why: "x".repeat(1001) }, "why", "must have at most 1000 characters"],
  [{ why: "\u0000" }, "why", "control characters"],
  [{ why: "x", size: "M" }, "size", "must be one of the options"],
  [{ why: "x", terms: "yes" }, "terms", "must be true or false"],
  [{ why: "x", phone: "call me" }, "phone", "must be a telephone number"],
  [{ why: "x", site: "javascript:alert(1)" }, "site", "must be a web address"],
  [{ why: "x", site: "example" }, "site", "must be a web address"],
  [{ why: "x", age: "7" }, "age", "answers no question"],
])("answers %j are refused: %s %s", async (answers, id, says) => {
  const { problem } = await newWorld(questions);
  expect(await problem(answers, `answers.${id}`)).toContain(says);
});

test("a required checkbox must be ticked", async () => {
  const asked = [{ id: "terms", label: "Terms", type: "checkbox", required: true }];
  const { problem, book } = await newWorld(asked);
  expect(await problem({ terms: false }, "answers.terms")).toBe("is required");
  expect((await ok("bookings.create", book({ terms: true }))).answers).toEqual({ terms: true });
});

test("a question may be called as things are in JavaScript, and is unanswered when it is", async () => {
  const asked = ["constructor", "valueof", "tostring"].map((id) => ({
    id,
    label: id,
    type: "text",
    required: false,
  }));
  const { book } = await newWorld(asked);
  expect((await ok("bookings.create", book())).answers).toEqual({});
});
