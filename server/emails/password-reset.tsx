import { prisma } from "../db";
import { env } from "../env";
import { newId, newToken } from "../ids";
import { sqlTransaction } from "../sql";
import { hashOfToken, resetLifetimeMs } from "../users/reset-token";
import { Action, Layout, Paragraph } from "./layout";
import { renderEmail } from "./render";
import { writeEmail } from "./write";

/** Writes a person a mail with a link to set a new password; does nothing when nobody has the address. */
export async function writePasswordReset(email: string, nowMs = Date.now()): Promise<void> {
  const user = await prisma.user.findUnique({ where: { email } });
  if (user === null) {
    return;
  }
  const token = newToken();
  const mail = await renderEmail(
    "Set a new password",
    <Layout
      preview="The link is good for one hour."
      title="Set a new password"
      from="Astrocal"
      color="#4b3fd6"
    >
      <Paragraph>
        Somebody asked to set a new password for {email}. If it was you, do so within an hour.
      </Paragraph>
      <Action href={`${env.PUBLIC_URL}/reset-password?token=${token}`}>Set a new password</Action>
      <Paragraph>If it was not you, leave it: your password stays as it is.</Paragraph>
    </Layout>,
  );
  await sqlTransaction(async (tx) => {
    await tx.$executeRaw`
      INSERT INTO password_resets (id, user_id, token_hash, expires_at)
      VALUES (${newId()}::uuid, ${user.id}::uuid, ${hashOfToken(token)}, ${new Date(nowMs + resetLifetimeMs)})`;
    await writeEmail(tx, null, { kind: "password_reset", eventId: null, recipient: email, mail });
  });
}
