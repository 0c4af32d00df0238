import type * as fc from "fast-check";
import { AppError } from "../../errors";
import type { Scope } from "../../scope";
import { brokenLaws } from "../booking-laws";
import { audit, expectList } from "./audit";
import { expectLine } from "./line";
import type { Model, Type } from "./model";

/** After so many commands all that is stored and listed is compared. */
const auditEvery = 50;

export type Real = { scope: Scope };
type Act = (model: Model, scope: Scope) => Promise<void>;

/** Something that changes both sides and compares their answers; what it left behind is looked at, too. */
class Command implements fc.AsyncCommand<Model, Real> {
  readonly text: string;
  readonly act: Act;

  constructor(text: string, act: Act) {
    this.text = text;
    this.act = act;
  }

  check(): boolean {
    return true;
  }

  async run(model: Model, { scope }: Real): Promise<void> {
    model.transactions += 1;
    const held = model.types.map((type) => heldOf(model, type));
    await this.act(model, scope);
    await expectLine(model, scope);
    const broken = await brokenLaws(scope.organizationId);
    if (broken.length > 0) throw new Error(broken.join("; "));
    model.commands += 1;
    for (const [index, type] of model.types.entries()) {
      if (heldOf(model, type) !== held[index]) {
        await expectList(model, scope, { type, duration: type.duration });
      }
    }
    if (model.commands % auditEvery === 0) await audit(model, scope);
  }

  toString(): string {
    return this.text;
  }
}

/** For whom places of an event type are held. */
const heldOf = ({ entries }: Model, type: Type): string =>
  entries.flatMap((its) => (its.type === type && its.status === "promoted" ? its.id : [])).join();

/** Commands that do this, by its name and arguments. */
export const command =
  <Args>(act: (args: Args, model: Model, scope: Scope) => Promise<void>) =>
  (args: Args): Command =>
    new Command(`${act.name}(${JSON.stringify(args)})`, (model, scope) => act(args, model, scope));

export const callerOf = (scope: Scope) => ({ ...scope, scope });

export const pick = <Item>(items: readonly Item[], index: number): Item | undefined =>
  items[index % items.length];

export function typeOf(model: Model, index: number): Type {
  const type = pick(model.types, index);
  if (type === undefined) throw new Error("a model has types");
  return type;
}

/** @returns null for a conflict, or a time that is past; whatever else goes wrong is a failure of the test */
export async function unlessRefused<Answer>(work: Promise<Answer>): Promise<Answer | null> {
  return await work.catch((error: unknown) => {
    if (error instanceof AppError && (error.code === "conflict" || isPast(error))) return null;
    throw error;
  });
}

const isPast = ({ code, details }: AppError): boolean =>
  code === "bad_request" &&
  Object.values(details ?? {}).some((problem) => /^(is )?past$/u.test(problem));
