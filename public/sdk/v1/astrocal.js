// Made by `npm run generate`: change what it is made from.
// app/_sdk/error.ts
var AstrocalError = class extends Error {
  name = "AstrocalError";
  /** HTTP status. */
  status;
  /** Why; `unexpected_answer` where something else than the API answered, such as a proxy. */
  code;
  /** Of a `validation_error`: what is wrong with which field. Empty otherwise. */
  details;
  /** Names this request in the server's logs and in the dashboard. */
  requestId;
  /** After how many seconds to try again, where the API says so. */
  retryAfterSeconds;
  /** The whole `error` of the answer, with what else some codes carry. */
  error;
  /** @internal */
  constructor(answer) {
    const error = errorOf(answer.json);
    const message = textOf(error, "message") ?? `HTTP status ${answer.status}`;
    super(message);
    this.status = answer.status;
    this.code = isErrorCode(error["code"]) ? error["code"] : "unexpected_answer";
    this.details = stringsOf(error["details"]);
    this.requestId = textOf(error, "request_id") ?? answer.headers.get("x-request-id");
    const afterMs = retryAfterMs(answer.headers, Date.now());
    this.retryAfterSeconds = afterMs === null ? null : Math.ceil(afterMs / 1e3);
    this.error = error;
  }
};
var AstrocalConnectionError = class extends Error {
  name = "AstrocalConnectionError";
  /** @internal */
  constructor(method, url, cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    super(`${method} ${url} was not answered: ${reason}`, { cause });
  }
};
var isObject = (value) => typeof value === "object" && value !== null;
function errorOf(json) {
  const error = isObject(json) ? json["error"] : void 0;
  return isObject(error) ? error : {};
}
var textOf = (error, name) => typeof error[name] === "string" ? error[name] : void 0;
var isErrorCode = (code) => typeof code === "string";
var stringsOf = (details) => isObject(details) ? Object.fromEntries(Object.entries(details).map(([field, text]) => [field, String(text)])) : {};
function retryAfterMs(headers, nowMs) {
  const text = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+$/.test(text)) return Number(text) * 1e3;
  const atMs = Date.parse(text);
  return text === "" || Number.isNaN(atMs) ? null : Math.max(0, atMs - nowMs);
}

// app/_sdk/routes.ts
var routes = {
  addHost: ["POST", "/v1/event-types/{id}/hosts"],
  cancelBooking: ["POST", "/v1/bookings/{id}/cancel", "token"],
  cancelWaitlistEntry: ["POST", "/v1/waitlist/{id}/cancel", "token"],
  claimWaitlistPlace: ["POST", "/v1/waitlist/{id}/claim", "token"],
  connectCaldavCalendar: ["POST", "/v1/calendars/caldav"],
  connectCalendarFeed: ["POST", "/v1/calendars/ics"],
  connectGoogleCalendar: ["GET", "/v1/calendars/google/connect"],
  connectMicrosoftCalendar: ["GET", "/v1/calendars/microsoft/connect"],
  createApiKey: ["POST", "/v1/api-keys"],
  createBooking: ["POST", "/v1/bookings"],
  createEventType: ["POST", "/v1/event-types"],
  createWebhook: ["POST", "/v1/webhooks"],
  deleteEventType: ["DELETE", "/v1/event-types/{id}"],
  deleteWebhook: ["DELETE", "/v1/webhooks/{id}"],
  disconnectCalendar: ["DELETE", "/v1/calendars/{id}"],
  getAvailabilityRules: ["GET", "/v1/event-types/{id}/availability"],
  getBooking: ["GET", "/v1/bookings/{id}"],
  getCalendar: ["GET", "/v1/calendars/{id}"],
  getEventType: ["GET", "/v1/event-types/{id}"],
  getHealth: ["GET", "/health"],
  getMe: ["GET", "/v1/me"],
  getMemberSchedule: ["GET", "/v1/member-schedules/{id}"],
  getPublicEventType: ["GET", "/v1/public/event-types/{id}"],
  getTestClock: ["GET", "/v1/test-clock"],
  getUsage: ["GET", "/v1/usage"],
  getWaitlistEntry: ["GET", "/v1/waitlist/{id}"],
  getWebhook: ["GET", "/v1/webhooks/{id}"],
  inviteMember: ["POST", "/v1/members/invitations"],
  joinWaitlist: ["POST", "/v1/waitlist"],
  listActivity: ["GET", "/v1/activity"],
  listApiKeyRequests: ["GET", "/v1/api-keys/{id}/requests"],
  listApiKeys: ["GET", "/v1/api-keys"],
  listAvailability: ["GET", "/v1/availability"],
  listBookings: ["GET", "/v1/bookings"],
  listCalendars: ["GET", "/v1/calendars"],
  listEventTypes: ["GET", "/v1/event-types"],
  listHosts: ["GET", "/v1/event-types/{id}/hosts"],
  listInvitations: ["GET", "/v1/members/invitations"],
  listMembers: ["GET", "/v1/members"],
  listWaitlist: ["GET", "/v1/waitlist"],
  listWebhookDeliveries: ["GET", "/v1/webhooks/{id}/deliveries"],
  listWebhooks: ["GET", "/v1/webhooks"],
  moveTestClock: ["POST", "/v1/test-clock"],
  reassignBooking: ["POST", "/v1/bookings/{id}/reassign"],
  refreshCalendar: ["POST", "/v1/calendars/{id}/refresh"],
  removeHost: ["DELETE", "/v1/event-types/{id}/hosts/{host_id}"],
  removeMember: ["DELETE", "/v1/members/{id}"],
  replaceAvailabilityRules: ["PUT", "/v1/event-types/{id}/availability"],
  replaceMemberSchedule: ["PUT", "/v1/member-schedules/{id}"],
  replayWebhookDeliveries: ["POST", "/v1/webhooks/{id}/replay"],
  rescheduleBooking: ["POST", "/v1/bookings/{id}/reschedule", "token"],
  resetTestClock: ["DELETE", "/v1/test-clock"],
  retryWebhookDelivery: ["POST", "/v1/webhooks/{id}/deliveries/{delivery_id}/retry"],
  revokeApiKey: ["DELETE", "/v1/api-keys/{id}"],
  revokeInvitation: ["DELETE", "/v1/members/invitations/{id}"],
  rotateApiKey: ["POST", "/v1/api-keys/{id}/rotate"],
  rotateWebhookSecret: ["POST", "/v1/webhooks/{id}/rotate-secret"],
  summarizeUsage: ["GET", "/v1/usage/summary"],
  testWebhook: ["POST", "/v1/webhooks/{id}/test"],
  updateCalendar: ["PATCH", "/v1/calendars/{id}"],
  updateEventType: ["PATCH", "/v1/event-types/{id}"],
  updateHost: ["PATCH", "/v1/event-types/{id}/hosts/{host_id}"],
  updateMember: ["PATCH", "/v1/members/{id}"],
  updateWebhook: ["PATCH", "/v1/webhooks/{id}"]
};

// app/_sdk/request.ts
var defaults = { maxRetries: 2, timeoutMs: 3e4, maxRetryAfterMs: 6e4 };
var firstDelayMs = 500;
var longestDelayMs = 8e3;
async function send({ method, path, body }, client, call) {
  const settings = { ...defaults, ...client, ...call };
  const url = `${client.baseUrl.replace(/\/+$/, "")}${path}`;
  const init = {
    method,
    headers: {
      accept: "application/json",
      ...client.apiKey !== void 0 && { authorization: `Bearer ${client.apiKey}` },
      ...body !== void 0 && { "content-type": "application/json" },
      ...method === "POST" && { "idempotency-key": call.idempotencyKey ?? randomKey() },
      ...client.headers,
      ...call.headers
    },
    ...body !== void 0 && { body: JSON.stringify(body) }
  };
  for (let attempt = 0; ; attempt += 1) {
    const answer = await tryOnce(url, init, settings);
    if (!(answer instanceof AstrocalConnectionError) && answer.status < 400) return answer.json;
    const error = answer instanceof AstrocalConnectionError ? answer : new AstrocalError(answer);
    const delayMs = retryDelayMs(answer, error, attempt);
    if (attempt >= settings.maxRetries || delayMs === null || delayMs > settings.maxRetryAfterMs) {
      throw error;
    }
    await wait(delayMs, call.signal);
  }
}
async function tryOnce(url, init, { signal, timeoutMs, fetch: ask = fetch, onResponse }) {
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const both = signal === void 0 ? timeout : AbortSignal.any([signal, timeout]);
    const response = await ask(url, { ...init, signal: both });
    onResponse?.(response);
    const json = parse(await response.text());
    return { status: response.status, headers: response.headers, json };
  } catch (error) {
    signal?.throwIfAborted();
    return new AstrocalConnectionError(init.method ?? "GET", url, error);
  }
}
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function retryDelayMs(answer, error, attempt) {
  const ownMs = Math.min(longestDelayMs, firstDelayMs * 2 ** attempt) * (0.5 + Math.random() / 2);
  if (answer instanceof AstrocalConnectionError || error instanceof AstrocalConnectionError) {
    return ownMs;
  }
  const passes = answer.status === 429 || answer.status >= 500 || error.code === "idempotency_in_progress";
  return passes ? retryAfterMs(answer.headers, Date.now()) ?? ownMs : null;
}
async function wait(delayMs, signal) {
  signal?.throwIfAborted();
  await new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, delayMs);
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true }
    );
  });
}
var randomKey = () => Array.from(
  crypto.getRandomValues(new Uint8Array(16)),
  (byte) => byte.toString(16).padStart(2, "0")
).join("");

// app/_sdk/client.ts
function createClient(options) {
  const call = async (name, input = {}, own = {}) => await send(requestOf(name, input), options, own);
  const each = async function* (name, input = {}, own = {}) {
    for (let after = {}; ; ) {
      const page = await call(name, { ...input, ...after }, own);
      const rows = isObject(page) && Array.isArray(page["data"]) ? page["data"] : [];
      yield* rows;
      const last = rows.at(-1);
      if (!isObject(page) || page["has_more"] !== true || !isObject(last)) return;
      after = { starting_after: last["id"] };
    }
  };
  const named = (make) => Object.fromEntries(Object.keys(routes).map((name) => [name, make(name)]));
  return {
    ...named((name) => (input, own) => call(name, input, own)),
    each: named((name) => (input, own) => each(name, input, own))
  };
}
function requestOf(name, input) {
  const [method = "GET", template = "", ...queryNames] = routes[name] ?? [];
  const rest = new Map(Object.entries(input).filter(([, value]) => value !== void 0));
  const path = template.replaceAll(/\{(\w+)\}/g, (_, parameter) => {
    const value = rest.get(parameter);
    rest.delete(parameter);
    if (typeof value !== "string" || value === "") {
      throw new TypeError(`${name} needs ${parameter}`);
    }
    return encodeURIComponent(value);
  });
  const hasBody = method !== "GET" && method !== "DELETE";
  const query = new URLSearchParams();
  for (const [key, value] of rest) {
    if (!hasBody || queryNames.includes(key)) {
      query.set(key, String(value));
      rest.delete(key);
    }
  }
  const search = query.toString().replace(/^(?=.)/, "?");
  const isEmpty = !hasBody || rest.size === 0;
  return { method, path: path + search, body: isEmpty ? void 0 : Object.fromEntries(rest) };
}

// app/_sdk/webhook.ts
var WebhookVerificationError = class extends Error {
  name = "WebhookVerificationError";
};
async function verifyWebhook({
  body,
  headers,
  secret,
  toleranceSeconds = 300
}) {
  const id = headerOf(headers, "webhook-id");
  const timestamp = headerOf(headers, "webhook-timestamp");
  const seconds = /^\d+$/.test(timestamp) ? Number(timestamp) : Number.NaN;
  if (!(Math.abs(Date.now() / 1e3 - seconds) <= toleranceSeconds)) {
    throw new WebhookVerificationError("Its time is too far from now");
  }
  const text = typeof body === "string" ? body : new TextDecoder().decode(body);
  const message = bytesOf(`${id}.${timestamp}.${text}`);
  const signatures = headerOf(headers, "webhook-signature").split(" ").flatMap((each) => each.startsWith("v1,") ? [fromBase64(each.slice(3))] : []);
  for (const each of typeof secret === "string" ? [secret] : secret) {
    const raw = fromBase64(each.replace(/^whsec_/, ""));
    if (raw.length === 0) continue;
    const hmac = { name: "HMAC", hash: "SHA-256" };
    const key = await crypto.subtle.importKey("raw", raw, hmac, false, ["verify"]);
    for (const signature of signatures) {
      if (await crypto.subtle.verify("HMAC", key, signature, message)) return eventOf(text);
    }
  }
  throw new WebhookVerificationError("None of its signatures is by this secret");
}
function eventOf(text) {
  return JSON.parse(text);
}
function headerOf(headers, name) {
  const value = headers instanceof Headers ? headers.get(name) : Object.entries(headers).find(([each]) => each.toLowerCase() === name)?.[1];
  const text = Array.isArray(value) ? value[0] : value;
  if (!text) throw new WebhookVerificationError(`It has no ${name} header`);
  return text;
}
var bytesOf = (text) => new TextEncoder().encode(text);
function fromBase64(text) {
  try {
    return Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}
export {
  AstrocalConnectionError,
  AstrocalError,
  WebhookVerificationError,
  createClient,
  verifyWebhook
};
