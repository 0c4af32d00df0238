import { AppError } from "../errors";

type Durations = { durationMinutes: number; durationOptions: number[] };

/**
 * The duration asked for, or the event type's own when none was.
 * @throws bad_request, naming the options, when it is not one of them.
 */
export function requireDuration(type: Durations, asked: number | undefined): number {
  if (
    asked === undefined ||
    asked === type.durationMinutes ||
    type.durationOptions.includes(asked)
  ) {
    return asked ?? type.durationMinutes;
  }
  const options = type.durationOptions.length === 0 ? [type.durationMinutes] : type.durationOptions;
  throw new AppError("bad_request", `duration must be one of: ${options.join(", ")} minutes`, {
    details: { duration: `must be one of: ${options.join(", ")}` },
  });
}
