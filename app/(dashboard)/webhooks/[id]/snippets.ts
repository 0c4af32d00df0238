export type Snippet = { language: string; needs: string; code: string };

const typeScript = `import { Webhook } from "standardwebhooks";

const webhook = new Webhook(process.env.WEBHOOK_SECRET);

export async function POST(request: Request) {
  const body = await request.text(); // raw, as it was signed
  try {
    webhook.verify(body, Object.fromEntries(request.headers));
  } catch {
    return new Response("Bad signature", { status: 400 });
  }
  const { id, event, data } = JSON.parse(body);
  // Store it under its id, answer at once, and do the work afterwards.
  return new Response(null, { status: 204 });
}`;

const node = `import { createHmac, timingSafeEqual } from "node:crypto";

// \`headers\` as node:http and Express give them, \`body\` the raw text.
export function isAuthentic(headers, body, secret) {
  const { "webhook-id": id, "webhook-timestamp": at } = headers;
  if (Math.abs(Date.now() / 1000 - Number(at)) > 300) return false;
  const key = Buffer.from(secret.slice("whsec_".length), "base64");
  const expected = createHmac("sha256", key).update(\`\${id}.\${at}.\${body}\`).digest();
  return headers["webhook-signature"].split(" ").some((signature) => {
    const given = Buffer.from(signature.slice("v1,".length), "base64");
    return given.length === expected.length && timingSafeEqual(given, expected);
  });
}`;

const python = `import base64, hashlib, hmac, time

# \`headers\` with lower-case names, \`body\` the raw bytes.
def is_authentic(headers, body, secret):
    event_id, at = headers["webhook-id"], headers["webhook-timestamp"]
    if abs(time.time() - int(at)) > 300:
        return False
    key = base64.b64decode(secret.removeprefix("whsec_"))
    text = f"{event_id}.{at}.".encode() + body
    expected = base64.b64encode(hmac.new(key, text, hashlib.sha256).digest()).decode()
    return any(
        hmac.compare_digest(signature.removeprefix("v1,"), expected)
        for signature in headers["webhook-signature"].split(" ")
    )`;

const go = `// import "crypto/hmac", "crypto/sha256", "encoding/base64", "math", "net/http",
// "strconv", "strings", "time"

func isAuthentic(headers http.Header, body []byte, secret string) bool {
	id, at := headers.Get("webhook-id"), headers.Get("webhook-timestamp")
	seconds, err := strconv.ParseInt(at, 10, 64)
	if err != nil || math.Abs(float64(time.Now().Unix()-seconds)) > 300 {
		return false
	}
	key, err := base64.StdEncoding.DecodeString(strings.TrimPrefix(secret, "whsec_"))
	if err != nil {
		return false
	}
	mac := hmac.New(sha256.New, key)
	mac.Write([]byte(id + "." + at + "."))
	mac.Write(body)
	expected := "v1," + base64.StdEncoding.EncodeToString(mac.Sum(nil))
	for _, signature := range strings.Fields(headers.Get("webhook-signature")) {
		if hmac.Equal([]byte(signature), []byte(expected)) {
			return true
		}
	}
	return false
}`;

const php = `// $headers with lower-case names; $body = file_get_contents("php://input");
function is_authentic(array $headers, string $body, string $secret): bool {
    [$id, $at] = [$headers["webhook-id"], $headers["webhook-timestamp"]];
    if (abs(time() - (int) $at) > 300) {
        return false;
    }
    $key = base64_decode(substr($secret, strlen("whsec_")));
    $expected = "v1," . base64_encode(hash_hmac("sha256", "$id.$at.$body", $key, true));
    foreach (explode(" ", $headers["webhook-signature"]) as $signature) {
        if (hash_equals($expected, $signature)) {
            return true;
        }
    }
    return false;
}`;

const ruby = `require "base64"
require "openssl"

# \`headers\` with lower-case names, \`body\` the raw text.
def authentic?(headers, body, secret)
  id, at = headers.values_at("webhook-id", "webhook-timestamp")
  return false if (Time.now.to_i - at.to_i).abs > 300

  key = Base64.decode64(secret.delete_prefix("whsec_"))
  expected = "v1," + Base64.strict_encode64(OpenSSL::HMAC.digest("SHA256", key, "#{id}.#{at}.#{body}"))
  headers["webhook-signature"].split.any? do |signature|
    OpenSSL.secure_compare(signature, expected)
  end
end`;

/** Code that checks a delivery's signature, with nothing but the language, or with the library that is named. */
export const snippets: readonly Snippet[] = [
  { language: "TypeScript", needs: "npm install standardwebhooks", code: typeScript },
  { language: "Node.js", needs: "Without a library", code: node },
  { language: "Python", needs: "Without a library", code: python },
  { language: "Go", needs: "Without a library", code: go },
  { language: "PHP", needs: "Without a library", code: php },
  { language: "Ruby", needs: "Without a library", code: ruby },
];
