import type { OpenApiDocument } from "./document";
import type { configurationOf } from "./configuration";

export type ScalarInstance = { destroy: () => void };
type Scalar = {
  createApiReference: (
    element: Element,
    configuration: ReturnType<typeof configurationOf>,
  ) => ScalarInstance;
};

declare global {
  interface Window {
    /** Set by Scalar's script. */
    Scalar?: Scalar;
  }
}

/**
 * The one file of Scalar's API reference, served by ourselves under a name that has its hash. (`@scalar/api-reference` has
 * the same file, and brings 270 packages.)
 */
const src = new URL(
  "../../../../node_modules/@scalar/fastify-api-reference/dist/js/standalone.js",
  import.meta.url,
).href;

/** Runs Scalar's script once a page. Our own scripts may add others under the content security policy. */
export async function loadScalar(): Promise<Scalar> {
  if (window.Scalar === undefined) {
    await new Promise<void>((resolve, reject) => {
      const script = document.createElement("script");
      script.src = src;
      script.addEventListener("load", () => resolve());
      script.addEventListener("error", () => reject(new Error(`${src} was not loaded`)));
      document.head.append(script);
    });
  }
  if (window.Scalar === undefined) throw new Error(`${src} brought no Scalar`);
  return window.Scalar;
}

/** Scalar's style sheet is for the whole page, so it is switched off when the reader goes on to another. */
export function switchStyles(on: boolean): void {
  document.getElementById("scalar-style")?.setAttribute("media", on ? "all" : "not all");
  if (!on) document.body.classList.remove("light-mode", "dark-mode");
}

/** The server's description of itself. */
export async function loadDocument(): Promise<OpenApiDocument> {
  const answer = await fetch("/v1/openapi.json");
  if (!answer.ok) throw new Error(`The OpenAPI document came with status ${answer.status}`);
  return await answer.json();
}
