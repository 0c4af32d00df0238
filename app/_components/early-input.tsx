import { Hydrated } from "./hydrated";
import { hydratedEvent, keepEarlyInput } from "./keep-early-input";

/** What is clicked and typed before React is there is not lost. Stands before all that can be clicked. */
export function EarlyInput({ nonce }: { nonce: string }) {
  const source = `(${keepEarlyInput.toString()})(${JSON.stringify(hydratedEvent)})`;
  return (
    <>
      <script
        nonce={nonce}
        // The browser hides the nonce from scripts.
        suppressHydrationWarning
        dangerouslySetInnerHTML={{ __html: source }}
      />
      <Hydrated />
    </>
  );
}
