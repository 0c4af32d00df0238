import pino from "pino";
import { env } from "./env";

/** Structured log, one line an event. What could be a key, a token or an address of a person is left out. */
export const log = pino({
  level: env.LOG_LEVEL,
  base: null,
  redact: {
    paths: ["*.authorization", "*.cookie", "*.password", "*.token", "*.key", "*.email"],
    censor: "[redacted]",
  },
});
