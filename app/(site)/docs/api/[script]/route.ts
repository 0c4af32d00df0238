import { scalarScript, scalarVersion } from "../scalar";

const year = 365 * 24 * 3600;

/** The API reference's own script, from this server: nothing is fetched from elsewhere. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ script: string }> },
): Promise<Response> {
  const { script } = await params;
  if (script !== `scalar-${await scalarVersion()}.js`) {
    return new Response("Not found", { status: 404 });
  }
  // Next packs it on the way out.
  return new Response(new Uint8Array(await scalarScript()), {
    headers: {
      "content-type": "text/javascript; charset=utf-8",
      "cache-control": `public, max-age=${year}, immutable`,
    },
  });
}
