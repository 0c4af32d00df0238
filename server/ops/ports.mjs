import { createServer } from "node:net";

/**
 * @param {number} port
 * @param {string} host
 * @returns {Promise<{ port: number } | { error: string }>} the error's code when nobody can listen there
 */
function tryListening(port, host) {
  return new Promise((resolve) => {
    const server = createServer();
    server.once("error", (error) => {
      resolve({ error: "code" in error ? String(error.code) : error.message });
    });
    server.listen(port, host, () => {
      const address = server.address();
      server.close(() =>
        resolve({ port: typeof address === "object" && address !== null ? address.port : port }),
      );
    });
  });
}

/**
 * A TCP port of the loopback interface that nobody listens on at this moment.
 * @returns {Promise<number>}
 */
export async function freePort() {
  const tried = await tryListening(0, "127.0.0.1");
  if ("error" in tried) {
    throw new Error(`No port of 127.0.0.1 is free (${tried.error}).`);
  }
  return tried.port;
}

/**
 * The port that the environment names, checked before anything is begun. 0 means: any that is free.
 * @param {string} text
 * @param {string} host
 * @returns {Promise<number>}
 */
export async function requirePort(text, host) {
  const port = Number(text);
  if (!/^\d+$/.test(text) || port > 65_535) {
    throw new Error(`PORT must be a number from 0 to 65535, and is ${JSON.stringify(text)}.`);
  }
  if (port === 0) {
    return await freePort();
  }
  // Browsers and curl may take `localhost` for ::1 first, and would meet whoever listens there.
  for (const address of host === "127.0.0.1" ? [host, "::1"] : [host]) {
    const tried = await tryListening(port, address);
    if ("error" in tried) {
      explain(tried.error, port, host);
    }
  }
  return port;
}

/**
 * @param {string} code
 * @param {number} port
 * @param {string} host
 */
function explain(code, port, host) {
  if (code === "EADDRINUSE") {
    throw new Error(
      `Port ${port} is in use by another program. Stop it, or choose another port: PORT=${port + 1} npm start`,
    );
  }
  if (code === "EACCES") {
    throw new Error(
      `This user may not listen on port ${port}. Choose one above 1023: PORT=3000 npm start`,
    );
  }
  if (host !== "127.0.0.1") {
    throw new Error(`HOST=${host} is no address of this machine (${code}).`);
  }
}
