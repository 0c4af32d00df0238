import { randomBytes, scrypt, timingSafeEqual } from "node:crypto";

/** OWASP's first choice for scrypt: N = 2^17, r = 8, p = 1, which holds 128 MiB for some 0.3 s. */
const current = { cost: 2 ** 17, blockSize: 8, parallelization: 1 };
const keyLength = 32;

type Parameters = typeof current;

function derive(password: string, salt: Buffer, parameters: Parameters): Promise<Buffer> {
  const maxmem = 256 * parameters.cost * parameters.blockSize;
  const normal = password.normalize("NFKC");
  return new Promise((resolve, reject) => {
    scrypt(normal, salt, keyLength, { ...parameters, maxmem }, (error, key) => {
      if (error === null) {
        resolve(key);
      } else {
        reject(error);
      }
    });
  });
}

/** The password as it is stored: `scrypt$N$r$p$salt$key`, so that the cost can grow without a migration. */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const key = await derive(password, salt, current);
  const { cost, blockSize, parallelization } = current;
  return [
    "scrypt",
    cost,
    blockSize,
    parallelization,
    salt.toString("base64"),
    key.toString("base64"),
  ].join("$");
}

/** Whether the password is the one that was hashed; takes as long when it is not. */
export async function verifyPassword(password: string, stored: string): Promise<boolean> {
  const [scheme, cost, blockSize, parallelization, salt = "", key = ""] = stored.split("$");
  if (scheme !== "scrypt") {
    return false;
  }
  const parameters = {
    cost: Number(cost),
    blockSize: Number(blockSize),
    parallelization: Number(parallelization),
  };
  const derived = await derive(password, Buffer.from(salt, "base64"), parameters);
  const expected = Buffer.from(key, "base64");
  return derived.length === expected.length && timingSafeEqual(derived, expected);
}
