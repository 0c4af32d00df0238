import type { AddressInfo } from "node:net";
import type { Readable } from "node:stream";
import { type ParsedMail, simpleParser } from "mailparser";
import { SMTPServer } from "smtp-server";

export type SmtpSink = {
  url: string;
  /** Everything that was accepted, in order, parsed. */
  received: ParsedMail[];
  /** What comes next is refused with this code, until it is null again. */
  refuseWith: { code: number; message: string } | null;
  /** Stops listening, as a mail server that is down does. */
  stop: () => Promise<void>;
  /** Listens again at the same address. */
  start: () => Promise<void>;
};

/** A real mail server on this machine that keeps what it is given. It knows no settings, so it can run before they are read. */
export async function startSmtpSink(): Promise<SmtpSink> {
  let server: SMTPServer | null = null;
  let port = 0;
  const sink: SmtpSink = {
    url: "",
    received: [],
    refuseWith: null,
    start: async () => {
      server = newServer(sink);
      await new Promise<void>((resolve) => {
        server?.listen(port, "127.0.0.1", resolve);
      });
      const address = server.server.address();
      port = isAddress(address) ? address.port : 0;
      sink.url = `smtp://127.0.0.1:${port}`;
    },
    stop: () =>
      new Promise((resolve) => {
        server?.close(() => resolve());
      }),
  };
  await sink.start();
  return sink;
}

const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === "object" && address !== null;

const newServer = (sink: SmtpSink) =>
  new SMTPServer({
    disabledCommands: ["AUTH", "STARTTLS"],
    closeTimeout: 1_000,
    onData: (stream, _session, answer) => void take(sink, stream, answer),
  });

async function take(
  sink: SmtpSink,
  stream: Readable,
  answer: (refusal?: Error | null) => void,
): Promise<void> {
  const mail = await simpleParser(stream);
  if (sink.refuseWith !== null) {
    const { code, message } = sink.refuseWith;
    answer(Object.assign(new Error(message), { responseCode: code }));
    return;
  }
  sink.received.push(mail);
  answer();
}
