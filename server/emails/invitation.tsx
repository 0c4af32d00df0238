import type { LogoFacts } from "../organizations/logo";
import { Action, Layout, Paragraph } from "./layout";
import { mailLogo } from "./mail-logo";
import { type Rendered, renderEmail } from "./render";

type Props = {
  organization: { id: string; name: string; brandColor: string; logo: LogoFacts | null };
  /** Who invites. */
  by: string;
  role: "admin" | "member";
  url: string;
};

export const invitationEmail = ({ organization, by, role, url }: Props): Promise<Rendered> =>
  renderEmail(
    `${by} invites you to ${organization.name}`,
    <Layout
      preview={`Join ${organization.name} on Astrocal.`}
      title={`Join ${organization.name}`}
      from={organization.name}
      color={organization.brandColor}
      logo={mailLogo(organization.id, organization.logo)}
    >
      <Paragraph>
        {by} invites you to {organization.name} as {role === "admin" ? "an admin" : "a member"}. The
        link is good for a week.
      </Paragraph>
      <Action href={url}>See the invitation</Action>
      <Paragraph>If you do not know {by}, leave it: nothing happens.</Paragraph>
    </Layout>,
  );
