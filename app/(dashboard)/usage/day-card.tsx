import { ChevronRightIcon } from "lucide-react";
import { Card } from "@/app/_components/card";
import {
  Table,
  TableBody,
  TableCell,
  TableHead,
  TableHeader,
  TableRow,
} from "@/app/_components/table";
import { formatDay } from "../bookings/format-day";
import { formatCount } from "./count";
import { type ChartDay, DayChart, Legend, type Series } from "./day-chart";

type Props = {
  title: string;
  /** The sum, in words. */
  description: string;
  series: readonly Series[];
  days: readonly ChartDay[];
};

/** A chart of what happened by day, and the same as a table. */
export function DayCard({ title, description, series, days }: Props) {
  return (
    <Card
      title={title}
      description={description}
      actions={series.length > 1 && <Legend series={series} />}
    >
      <div className="grid grid-cols-1 gap-4 pt-3">
        <DayChart key={days.length} label={title} series={series} days={days} />
        <details className="group">
          <summary className="flex w-fit list-none items-center gap-1 rounded-sm text-sm text-muted hover:text-ink [&::-webkit-details-marker]:hidden">
            <ChevronRightIcon aria-hidden className="size-3.5 group-open:rotate-90" />
            {title} as a table
          </summary>
          <div className="mt-3">
            <Table caption={title}>
              <TableHead>
                <TableHeader>Day (UTC)</TableHeader>
                {series.map(({ name }) => (
                  <TableHeader key={name} className="text-right">
                    {name}
                  </TableHeader>
                ))}
              </TableHead>
              <TableBody>
                {days.toReversed().map(({ date, counts }) => (
                  <TableRow key={date}>
                    <TableCell primary>
                      {formatDay(date, {
                        weekday: "short",
                        day: "numeric",
                        month: "short",
                        year: "numeric",
                      })}
                    </TableCell>
                    {series.map(({ name }, index) => (
                      <TableCell key={name} label={name} numeric>
                        {formatCount(counts[index] ?? 0)}
                      </TableCell>
                    ))}
                  </TableRow>
                ))}
              </TableBody>
            </Table>
          </div>
        </details>
      </div>
    </Card>
  );
}
