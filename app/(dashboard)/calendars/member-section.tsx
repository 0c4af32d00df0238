import type { Calendar } from "@/server/calendars/schema";
import type { Clock } from "../settings/api-keys/moment";
import { Account } from "./account";
import type { MemberCalendars } from "./by-member";
import { Receiving } from "./receiving";

type Props = {
  member: MemberCalendars;
  /** Whether there is nobody else on the page: then whose they are goes without saying. */
  isAlone: boolean;
  clock: Clock;
  connectAgain: (calendar: Calendar) => void;
};

/** A member's accounts, and which calendar of them receives the member's bookings. */
export function MemberSection({ member, isAlone, clock, connectAgain }: Props) {
  const { memberId, name, calendars } = member;
  return (
    <section aria-labelledby={`of-${memberId}`} className="grid grid-cols-1 gap-3">
      <h2 id={`of-${memberId}`} className={isAlone ? "sr-only" : "text-base font-semibold"}>
        {name ?? "Yours"}
      </h2>
      {calendars.length === 0 ? (
        <p className="text-muted">
          You have connected none, so nothing but bookings closes your slots.
        </p>
      ) : (
        <div className="rounded-lg border border-line bg-surface">
          <Receiving member={member} />
          <ul>
            {calendars.map((calendar) => (
              <Account
                key={calendar.id}
                calendar={calendar}
                whose={name}
                clock={clock}
                connectAgain={() => connectAgain(calendar)}
              />
            ))}
          </ul>
        </div>
      )}
    </section>
  );
}
