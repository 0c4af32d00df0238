/* oxlint-disable jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard */
import { docsFacts } from "./facts";

const inWords = (limit: number | null) =>
  limit === null ? "no limit" : limit.toLocaleString("en");

const titleOf = (tier: string) => tier.charAt(0).toUpperCase() + tier.slice(1);

/** The limits of every plan of this server. */
export async function PlanTable() {
  const { plans } = await docsFacts();
  return (
    <div className="table-frame" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th>Plan</th>
            <th>Requests a minute</th>
            <th>Requests a day</th>
            <th>Bookings a month</th>
          </tr>
        </thead>
        <tbody>
          {plans.map((plan) => (
            <tr key={plan.tier}>
              <td>{titleOf(plan.tier)}</td>
              <td>{inWords(plan.api_calls_per_minute)}</td>
              <td>{inWords(plan.api_calls_per_day)}</td>
              <td>{inWords(plan.bookings_per_month)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** How many requests a minute an address may make without a key. */
export async function PublicLimit() {
  return inWords((await docsFacts()).public_calls_per_minute);
}
