import { performance } from "node:perf_hooks";

/**
 * Prints what is being done, one line a step: a tick and its duration at the end, signs of life meanwhile.
 * Colour and the moving line only on a terminal, and no colour with NO_COLOR (no-color.org).
 */
export class Steps {
  /** @type {Map<string, number>} Steps under way, and when they began. */
  running = new Map();
  /** @type {NodeJS.Timeout | undefined} */
  timer = undefined;

  /** @param {NodeJS.WriteStream} stream */
  constructor(stream) {
    this.stream = stream;
    this.moving = stream.isTTY;
    this.coloured = this.moving && !process.env["NO_COLOR"] && process.env["TERM"] !== "dumb";
  }

  /**
   * @param {string} text
   * @param {"green" | "red" | "dim" | "bold"} style
   */
  paint(text, style) {
    const code = { green: 32, red: 31, dim: 2, bold: 1 }[style];
    return this.coloured ? `\u001B[${code}m${text}\u001B[0m` : text;
  }

  /** @param {string} text */
  write(text) {
    this.stream.write(text);
  }

  /** Says what is under way: on a terminal in one line that is drawn anew, in a log in a line of its own. */
  showRunning() {
    const texts = [...this.running].map(
      ([name, startedAt]) => `${name} … ${Math.round((performance.now() - startedAt) / 1000)} s`,
    );
    if (texts.length > 0) {
      const line = `  ${texts.join("   ")}`;
      this.write(this.moving ? `\r\u001B[K${line}` : `${line}\n`);
    }
  }

  /** @param {string} line the outcome of a step */
  finish(line) {
    this.write(`${this.moving ? "\r\u001B[K" : ""}${line}\n`);
    if (this.running.size === 0) {
      clearInterval(this.timer);
      this.timer = undefined;
    } else if (this.moving) {
      this.showRunning();
    }
  }

  /**
   * Runs `work`, maybe beside other steps; it returns what the line says in the end, after the name (empty: nothing
   * more to say).
   * @param {string} name
   * @param {() => Promise<string>} work
   */
  async step(name, work) {
    const startedAt = performance.now();
    this.running.set(name, startedAt);
    this.timer ??= setInterval(() => this.showRunning(), this.moving ? 1000 : 10_000);
    if (this.moving) {
      this.showRunning();
    }
    try {
      const said = await work();
      this.running.delete(name);
      const took = this.paint(`(${formatDuration(performance.now() - startedAt)})`, "dim");
      this.finish(`${this.paint("✓", "green")} ${name}${said === "" ? "" : `: ${said}`} ${took}`);
    } catch (error) {
      this.running.delete(name);
      this.finish(`${this.paint("✗", "red")} ${name}`);
      throw error;
    }
  }
}

/** @param {number} ms */
export const formatDuration = (ms) =>
  ms < 1000 ? `${Math.round(ms)} ms` : `${(ms / 1000).toFixed(1)} s`;

/**
 * What to tell a person about an error: our own sentences as they are.
 * @param {unknown} error
 */
export const sentenceOf = (error) => (error instanceof Error ? error.message : String(error));
