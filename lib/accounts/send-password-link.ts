import "server-only";
import { translator } from "../format/messages";
import { siteUrl } from "../format/site-url";
import { sendMail } from "./mail";
import { askForPasswordLink } from "./passwords";

/**
 * Sends a link to set a new password to an e-mail address, where an account has it; otherwise does nothing. It takes
 * longer where there is one, so nobody waits for it.
 */
export async function sendPasswordLink(email: string, locale: string, now: Date): Promise<void> {
  const link = await askForPasswordLink(email, now);
  if (!link) return;
  const t = translator(locale);
  await sendMail({
    to: link.email,
    subject: t("newPassword.subject"),
    text: t("newPassword.mail", { address: siteUrl(`/${locale}/password/${link.secret}`) }),
  });
}
