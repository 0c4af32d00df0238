import { Badge } from "@/app/_components/badge";
import { Card } from "@/app/_components/card";
import { CodeBlock } from "@/app/_components/code-block";
import type { Attempt, DeliveryHistory } from "@/server/webhooks/schema";
import { causeOf } from "@/server/webhooks/state";
import { requestTime } from "../../../../settings/api-keys/[id]/request-time";

type Props = { delivery: DeliveryHistory; timeZone: string };

/** Every attempt with its answer, the last first. */
export function Timeline({ delivery: { timeline }, timeZone }: Props) {
  return (
    <Card title="Attempts">
      {timeline.length === 0 ? (
        <p className="text-base text-muted">None yet.</p>
      ) : (
        <ol reversed className="grid gap-5">
          {timeline.toReversed().map((attempt, index) => (
            <li key={attempt.id} className="grid grid-cols-1 gap-2 border-l-2 border-line pl-4">
              <AttemptLine attempt={attempt} number={timeline.length - index} timeZone={timeZone} />
            </li>
          ))}
        </ol>
      )}
    </Card>
  );
}

type LineProps = { attempt: Attempt; number: number; timeZone: string };

function AttemptLine({ attempt, number, timeZone }: LineProps) {
  const { response_status_code: code, response_body: body } = attempt;
  const cause = causeOf(attempt);
  return (
    <>
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-base">
        <span className="font-medium">Attempt {number}</span>
        <Badge tone={cause === null ? "success" : "danger"} className="tabular-nums">
          {code ?? "No answer"}
        </Badge>
        <time dateTime={attempt.started_at} className="text-muted">
          {requestTime(attempt.started_at, timeZone)}
        </time>
        <span className="text-muted tabular-nums">{attempt.duration_ms} ms</span>
      </p>
      {cause !== null && <p className="text-base text-muted">{cause.what}</p>}
      {body !== null &&
        (body === "" ? (
          <p className="text-sm text-muted">The answer had no body.</p>
        ) : (
          <CodeBlock label="Answer (the first 4 KiB)" code={body} wrap />
        ))}
    </>
  );
}
