import { performance } from "node:perf_hooks";

/**
 * Prints what is being done, one line a step: a tick and its duration at the end, signs of life meanwhile.
 * Colour and the moving line only on a terminal, and no colour with NO_COLOR (no-color.org).
 */
export class Steps {
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

  /**
   * Runs `work`; it returns what the line says in the end, after the name (empty: nothing more to say).
   * @param {string} name
   * @param {() => Promise<string>} work
   */
  async step(name, work) {
    const startedAt = performance.now();
    const seconds = () => Math.round((performance.now() - startedAt) / 1000);
    // On a terminal one line counts the seconds; in a log a new line every ten shows that it lives.
    const timer = setInterval(
      () =>
        this.write(
          this.moving ? `\r\u001B[K  ${name} … ${seconds()} s` : `  ${name} … ${seconds()} s\n`,
        ),
      this.moving ? 1000 : 10_000,
    );
    if (this.moving) {
      this.write(`  ${name} …`);
    }
    const line = this.moving ? "\r\u001B[K" : "";
    try {
      const said = await work();
      const took = this.paint(`(${formatDuration(performance.now() - startedAt)})`, "dim");
      this.write(
        `${line}${this.paint("✓", "green")} ${name}${said === "" ? "" : `: ${said}`} ${took}\n`,
      );
    } catch (error) {
      this.write(`${line}${this.paint("✗", "red")} ${name}\n`);
      throw error;
    } finally {
      clearInterval(timer);
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
