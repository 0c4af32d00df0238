import { ImageResponse } from "next/og";
import { visitorApi } from "@/app/_trpc/server";
import { brandPalette, inkOn } from "../../../brand-palette";
import { formatMinutes } from "../../../place";
import { basics } from "../../../words/en";
import { eventTypeAt } from "../event-type-at";
import { isDrawable } from "./drawable";

const size = { width: 1200, height: 630 };

type Context = { params: Promise<{ org: string; eventType: string }> };

/** What chats and social networks show of a link to a booking page; of live event types alone. */
export async function GET(_: Request, { params }: Context): Promise<Response> {
  const { org, eventType: slug } = await params;
  const found = await eventTypeAt(await visitorApi(), { org, slug, mode: "live" });
  if (found === null) return new Response(null, { status: 404 });
  const { title, organization_name: organization, brand_color: color, booking_url } = found;
  const { host, pathname } = new URL(booking_url);
  const address = `${host}${pathname}`;
  const heading = isDrawable(title) ? title.normalize("NFC") : address;
  const accent = brandPalette(color)?.accent.light ?? color;
  const card = (
    <div
      style={{
        display: "flex",
        flexDirection: "column",
        justifyContent: "space-between",
        width: "100%",
        height: "100%",
        padding: "72px 80px",
        borderTop: `28px solid ${accent}`,
        backgroundColor: "#ffffff",
        color: "#17181c",
      }}
    >
      <div style={{ display: "flex", fontSize: 36, color: "#565864" }}>
        {isDrawable(organization) ? organization.normalize("NFC") : org}
      </div>
      <div style={{ display: "flex", lineClamp: 3, fontSize: heading.length > 40 ? 68 : 88 }}>
        {heading}
      </div>
      <div style={{ display: "flex", alignItems: "center", justifyContent: "space-between" }}>
        <div
          style={{
            display: "flex",
            padding: "14px 30px",
            borderRadius: 14,
            fontSize: 36,
            backgroundColor: accent,
            color: inkOn(accent),
          }}
        >
          {formatMinutes(found.duration_minutes, basics.length)}
        </div>
        <div style={{ display: "flex", fontSize: 28, color: "#565864" }}>
          {heading === address ? "" : address}
        </div>
      </div>
    </div>
  );
  return new ImageResponse(card, { ...size, headers: { "cache-control": "public, max-age=3600" } });
}
