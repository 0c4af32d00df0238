// Made by `npm run generate`: change what it is made from.
import type { components, operations } from "./openapi.js";

/** Every code that the API answers with. */
export type ErrorCode = components["schemas"]["Error"]["error"]["code"];
/** The API answered, and said no. */
export declare class AstrocalError extends Error {
    readonly name = "AstrocalError";
    /** HTTP status. */
    readonly status: number;
    /** Why; `unexpected_answer` where something else than the API answered, such as a proxy. */
    readonly code: ErrorCode | "unexpected_answer";
    /** Of a `validation_error`: what is wrong with which field. Empty otherwise. */
    readonly details: Readonly<Record<string, string>>;
    /** Names this request in the server's logs and in the dashboard. */
    readonly requestId: string | null;
    /** After how many seconds to try again, where the API says so. */
    readonly retryAfterSeconds: number | null;
    /** The whole `error` of the answer, with what else some codes carry. */
    readonly error: Readonly<Record<string, unknown>>;
}
/** No answer came: the network failed, or it took longer than `timeoutMs`. What was asked may have been done. */
export declare class AstrocalConnectionError extends Error {
    readonly name = "AstrocalConnectionError";
}

/** How a client calls. */
export type ClientOptions = {
    /** Where the server is reached, such as `https://book.example.com`. */
    baseUrl: string;
    /** `ac_live_…` or `ac_test_…`. Without one, only what is public can be called. Never in a page: whoever sees it has it. */
    apiKey?: string | undefined;
    /** How often a request that failed for the moment is sent again: 2 unless said. */
    maxRetries?: number;
    /** How long one attempt may take: 30 seconds unless said. */
    timeoutMs?: number;
    /** The longest that the server's Retry-After is waited for: a minute unless said. Beyond, the error is thrown at once. */
    maxRetryAfterMs?: number;
    /** Sent with every request. */
    headers?: Readonly<Record<string, string>>;
    /** Instead of the platform's own `fetch`. */
    fetch?: typeof fetch;
    /** Told of every answer, those that are retried among them: for logs, and for the rate limit's headers. */
    onResponse?: (response: Response) => void;
};
/** What one call may have of its own. */
export type CallOptions = Pick<ClientOptions, "maxRetries" | "timeoutMs" | "headers"> & {
    /** Ends the call when it is aborted, also while it waits for its next attempt. */
    signal?: AbortSignal;
    /** Of a POST: your own name of what must happen once, such as an order's id. A random one unless said. */
    idempotencyKey?: string;
};

/** Names of the API's operations, as its OpenAPI document has them. */
export type OperationName = keyof operations;
type Part<Value> = [Value] extends [undefined] ? unknown : NonNullable<Value>;
type Parameters<Name extends OperationName> = operations[Name]["parameters"];
type Body<Name extends OperationName> = operations[Name] extends {
    requestBody?: {
        content: {
            "application/json": infer Json;
        };
    };
} ? Json : unknown;
/** What an operation takes: the parameters of its path and query and the fields of its body, all in one. */
export type Input<Name extends OperationName> = Part<Parameters<Name>["path"]> & Part<Parameters<Name>["query"]> & Body<Name>;
type Content<Answer> = Answer extends {
    content: {
        "application/json": infer Json;
    };
} ? Json : undefined;
/** What an operation answers with. */
export type Output<Name extends OperationName> = Content<operations[Name]["responses"][keyof operations[Name]["responses"]]>;
type Call<Name extends OperationName> = object extends Input<Name> ? (input?: Input<Name>, options?: CallOptions) => Promise<Output<Name>> : (input: Input<Name>, options?: CallOptions) => Promise<Output<Name>>;
/** Operations that answer with pages of a list. */
export type ListName = {
    [Name in OperationName]: Output<Name> extends {
        data: unknown[];
        has_more: boolean;
    } ? "starting_after" extends keyof Part<Parameters<Name>["query"]> ? Name : never : never;
}[OperationName];
/** A row of a list. */
export type Item<Name extends ListName> = Output<Name> extends {
    data: (infer Row)[];
} ? Row : never;
type Each<Name extends ListName> = object extends Input<Name> ? (input?: Input<Name>, options?: CallOptions) => AsyncGenerator<Item<Name>, void, undefined> : (input: Input<Name>, options?: CallOptions) => AsyncGenerator<Item<Name>, void, undefined>;
/** Every operation as a function, and the lists as iterators over all of their rows. */
export type Client = {
    readonly [Name in OperationName]: Call<Name>;
} & {
    /** Reads page after page as the rows are asked for: `for await (const row of client.each.listBookings()) …` */
    readonly each: {
        readonly [Name in ListName]: Each<Name>;
    };
};
/** A client of the server at `baseUrl`. */
export declare function createClient(options: ClientOptions): Client;

/** What a webhook is told. */
export type WebhookEvent = Item<"listWebhookDeliveries">["payload"];
/** The delivery is not what it claims to be; `message` says in which way. */
export declare class WebhookVerificationError extends Error {
    readonly name = "WebhookVerificationError";
}
/** A delivery as it came. */
export type WebhookDelivery = {
    /** The raw body, as it was sent: parsed and written anew it differs. */
    body: string | Uint8Array;
    headers: Headers | Readonly<Record<string, string | string[] | undefined>>;
    /** The endpoint's `whsec_…`, or several of them. */
    secret: string | readonly string[];
    /** How far its time may be from ours, either way: five minutes unless said. */
    toleranceSeconds?: number;
};
/**
 * Checks a delivery's Standard Webhooks signature and time, with the platform's own crypto.
 * @throws {WebhookVerificationError} and then nothing of it may be believed
 */
export declare function verifyWebhook({ body, headers, secret, toleranceSeconds, }: WebhookDelivery): Promise<WebhookEvent>;

export {};
