import type { ReactNode } from "react";
import { AppShell } from "@/app/_components/app-shell";
import { Feedback } from "@/app/_components/feedback";
import { TrpcProvider } from "@/app/_trpc/client";
import { api } from "@/app/_trpc/server";
import { pageContext } from "@/app/_trpc/session";
import { ReconnectBanner } from "./calendars/reconnect-banner";
import { ModeSwitch } from "./mode-switch";
import { navigationFor } from "./navigation";
import { OrganizationSwitch } from "./organization-switch";
import { Palette } from "./palette/palette";
import { PaletteButton } from "./palette/palette-button";
import { TestClock } from "./test-clock";
import { UserMenu } from "./user-menu";

/** Everything behind sign-in: asks for the membership once, and gives its pages the door to the procedures. */
export default async function DashboardLayout({ children }: { children: ReactNode }) {
  const caller = await api();
  const [{ user, organization, role, member_id }, all] = await Promise.all([
    caller.organizations.membership(),
    caller.organizations.mine(),
  ]);
  const navigation = navigationFor(role);
  const mode = (await pageContext()).isTest ? "test" : "live";
  const [clock, calendars] = await Promise.all([
    mode === "test" ? caller.testClock.get({}) : null,
    caller.calendars.list({ member_id, limit: 100 }),
  ]);
  return (
    <TrpcProvider
      key={`${organization.id}:${mode}`}
      page={{ organizationId: organization.id, mode }}
    >
      <Feedback>
        <Palette navigation={navigation} mode={mode}>
          <AppShell
            mode={mode}
            organizationName={organization.name}
            organizationSwitch={<OrganizationSwitch current={organization} all={all} />}
            navigation={navigation}
            modeSwitch={<ModeSwitch mode={mode} />}
            testClock={
              clock !== null && <TestClock clock={clock} timeZone={organization.timezone} />
            }
            notice={<ReconnectBanner calendars={calendars.data} />}
            search={<PaletteButton />}
            userMenu={<UserMenu name={user.name} email={user.email} />}
          >
            {children}
          </AppShell>
        </Palette>
      </Feedback>
    </TrpcProvider>
  );
}
