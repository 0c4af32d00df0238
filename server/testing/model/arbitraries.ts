import * as fc from "fast-check";
import { type Aim, cancel, create, reassign, reschedule } from "./booking-commands";
import { command } from "./command";
import { claim, join, leave, wait, type Waited } from "./line-commands";
import { dates, durations, type Settings, strategies, type Window } from "./model";
import { changeCapacity, changeRules, changeSettings, dropHost, setHost } from "./type-commands";

const fives = (min: number, max: number) =>
  fc.integer({ min: min / 5, max: max / 5 }).map((count) => count * 5);
const index = fc.nat(1000);
const mostly = fc.oneof({ weight: 4, arbitrary: fc.constant(true) }, fc.constant(false));
const type = fc.nat(3);
const member = fc.nat(2);
const day = fc.nat(2);
const aim: fc.Arbitrary<Aim> = fc.record({
  free: mostly,
  nth: index,
  day,
  minute: fc.oneof(
    { weight: 9, arbitrary: fives(520, 680) },
    { weight: 1, arbitrary: fc.integer({ min: 520, max: 680 }) },
  ),
});
const seats = (max: number) => fc.integer({ min: 1, max });
const settings: fc.Arbitrary<Settings> = fc.record({
  duration: fc.constantFrom(...durations),
  before: fc.constantFrom(0, 0, 5, 10),
  after: fc.constantFrom(0, 0, 5, 15),
  interval: fc.constantFrom(null, 5, 10, 15, 30),
  cap: fc.option(
    fc.record({
      limit: fc.integer({ min: 1, max: 6 }),
      period: fc.constantFrom("daily", "weekly", "monthly", "total"),
    }),
    { freq: 2 },
  ),
  strategy: fc.constantFrom(...strategies),
  line: fc.record({
    open: mostly,
    size: fc.option(fc.integer({ min: 1, max: 5 })),
  }),
});
const waited: fc.Arbitrary<Waited> = fc.oneof(
  fc.constant({ any: true as const }),
  fc.record({ taken: index }),
  fc.record({ day, minute: fives(520, 680) }),
);
const oneWindow = (on: fc.Arbitrary<number>) =>
  fc.record({ day: on, from: fives(525, 570), length: fives(15, 90) });
const toWindow = (its: { day: number; from: number; length: number }): Window => ({
  day: its.day,
  from: its.from,
  to: its.from + its.length,
});
const windows = fc
  .tuple(...dates.map((_, on) => fc.option(oneWindow(fc.constant(on)), { freq: 6 })))
  .map((all) => all.flatMap((each) => (each === null ? [] : [toWindow(each)])));

/** Of each kind as many as its share of all commands is. */
const often = <Item>(times: number, item: Item): Item[] =>
  Array.from({ length: times }, () => item);

export const commands = fc.commands(
  [
    ...often(
      5,
      fc
        .record({ type, duration: fc.constantFrom(...durations), seats: seats(3), aim })
        .map(command(create)),
    ),
    ...often(
      3,
      fc
        .record({
          nth: index,
          live: mostly,
          duration: fc.option(fc.constantFrom(...durations), { freq: 2 }),
          aim,
        })
        .map(command(reschedule)),
    ),
    ...often(3, fc.record({ nth: index, live: mostly }).map(command(cancel))),
    fc.record({ nth: index, live: mostly, member }).map(command(reassign)),
    fc.record({ type, settings }).map(command(changeSettings)),
    fc.record({ type, max: fc.integer({ min: 2, max: 5 }) }).map(command(changeCapacity)),
    fc
      .record({ type, windows, override: fc.option(oneWindow(day).map(toWindow), { freq: 2 }) })
      .map(command(changeRules)),
    fc.record({ type, member, priority: fc.nat(2) }).map(command(setHost)),
    fc.record({ type, member }).map(command(dropHost)),
    ...often(
      3,
      fc
        .record({
          type,
          wished: waited,
          minutes: fc.option(fc.constantFrom(...durations), { freq: 2 }),
        })
        .map(command(join)),
    ),
    ...often(2, index.map(command(claim))),
    fc.record({ nth: index, held: fc.boolean() }).map(command(leave)),
    fives(60, 900).map(command(wait)),
  ],
  { maxCommands: 300, size: "max" },
);
