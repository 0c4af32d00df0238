import { Action, Layout, Paragraph } from "./layout";
import { type Rendered, renderEmail } from "./render";

type Props = {
  organization: { name: string; brandColor: string };
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
    >
      <Paragraph>
        {by} invites you to {organization.name} as {role === "admin" ? "an admin" : "a member"}. The
        link is good for a week.
      </Paragraph>
      <Action href={url}>See the invitation</Action>
      <Paragraph>If you do not know {by}, leave it: nothing happens.</Paragraph>
    </Layout>,
  );
