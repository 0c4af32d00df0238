import { existsSync } from "node:fs";
import { installDebianPackages } from "./debian";

export const radicale = "/usr/bin/radicale";
export const php = "/usr/bin/php";
const sabre = [php, "/usr/share/php/Sabre/autoload.php"];
/** Its tables; Debian's package has them among the examples. */
export const sabreTables = "/usr/share/doc/php-sabre-dav/examples/sql";

/** Whether Radicale, a CalDAV server, is here. */
export const hasRadicale = (): boolean => existsSync(radicale);
/** Whether sabre/dav is here: the CalDAV server that Nextcloud and Baïkal are built on. */
export const hasSabre = (): boolean => [...sabre, sabreTables].every((path) => existsSync(path));

/**
 * Installs Debian's CalDAV servers when they are missing and we are root.
 * @returns what the tests will use, or that those which need them are skipped
 */
export async function provideCalendarServers(): Promise<string> {
  if (!hasRadicale() || !hasSabre()) {
    await installDebianPackages(
      "radicale",
      "php-cli",
      "php-sqlite3",
      "php-mbstring",
      "php-xml",
      "php-sabre-dav",
    );
  }
  const missing = [
    ...(hasRadicale() ? [] : ["radicale"]),
    ...(hasSabre() ? [] : ["php-sabre-dav"]),
  ];
  return missing.length === 0
    ? "Radicale and sabre/dav"
    : `${missing.join(" and ")} not here: the tests that need them are SKIPPED`;
}
