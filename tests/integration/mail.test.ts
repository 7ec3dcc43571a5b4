import { createServer, type Server, type Socket } from "node:net";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { canSendMail } from "../../lib/accounts/mail";
import { isPasswordLinkOpen } from "../../lib/accounts/open-links";
import { sendPasswordLink } from "../../lib/accounts/send-password-link";
import { db } from "../../lib/db/client";
import { anAccount } from "../factories/accounts";
import { tick } from "../factories/clock";

type Letter = { to: string[]; text: string };

const letters: Letter[] = [];
let server: Server;

beforeAll(async () => {
  server = createServer(takeLetters);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as { port: number };
  // Before the first look at the settings, which are read once.
  process.env.SMTP_URL = `smtp://127.0.0.1:${port}`;
  process.env.MAIL_FROM = "Counterclaim <desk@newsroom.example>";
  process.env.SITE_URL = "https://counterclaim.example";
});

afterAll(() => {
  for (const name of ["SITE_URL", "SMTP_URL", "MAIL_FROM"]) delete process.env[name];
  server.close();
});

beforeEach(() => {
  letters.length = 0;
});

test("a link to set a new password is sent to an address that has an account, and to that address alone", async () => {
  expect(canSendMail()).toBe(true);
  const { email } = await anAccount();
  const now = tick();
  await sendPasswordLink(` ${email.toUpperCase()}`, "en", now);
  expect(letters).toHaveLength(1);
  const [{ to, text }] = letters as [Letter];
  expect(to).toEqual([email]);
  expect(text).toContain("From: Counterclaim <desk@newsroom.example>");
  expect(text).toContain("Subject: Set a new password for Counterclaim");
  const secret = /https:\/\/counterclaim\.example\/en\/password\/([\w-]{43})\s/.exec(text)?.[1] ?? "";
  expect(await isPasswordLinkOpen(secret, now)).toBe(true);
  expect(await isPasswordLinkOpen(secret, new Date(now.getTime() + 24 * 3600 * 1000))).toBe(false);
});

test.each(["nobody@newsroom.example", "no address", ""])(
  "nothing is sent to %j, and no link is made",
  async (email) => {
    const before = await db().oneTimeLink.count();
    await sendPasswordLink(email, "en", tick());
    expect(letters).toEqual([]);
    expect(await db().oneTimeLink.count()).toBe(before);
  },
);

test("a newer link takes the place of the one before", async () => {
  const { email } = await anAccount();
  const now = tick();
  await sendPasswordLink(email, "en", now);
  await sendPasswordLink(email, "en", now);
  const [first = "", second = ""] = letters.map(({ text }) => /password\/([\w-]{43})/.exec(text)?.[1] ?? "");
  expect(await isPasswordLinkOpen(first, now)).toBe(false);
  expect(await isPasswordLinkOpen(second, now)).toBe(true);
});

// As much of SMTP (RFC 5321) as one letter takes. The text is as it was sent, with its soft line ends joined.
function takeLetters(socket: Socket): void {
  let letter: Letter = { to: [], text: "" };
  let isText = false;
  let rest = "";
  const say = (line: string) => socket.write(`${line}\r\n`);
  say("220 mail.newsroom.example ready");
  socket.on("data", (chunk) => {
    const lines = (rest + chunk).split("\r\n");
    rest = lines.pop() ?? "";
    for (const line of lines) {
      if (isText && line === ".") {
        letters.push({ ...letter, text: letter.text.replaceAll("=\n", "").replaceAll("=3D", "=") });
        letter = { to: [], text: "" };
        isText = false;
        say("250 kept");
      } else if (isText) letter.text += `${line}\n`;
      else {
        const [, to] = /^RCPT TO:<(.*)>/.exec(line) ?? [];
        if (to !== undefined) letter.to.push(to);
        isText = line === "DATA";
        say(isText ? "354 go on" : line === "QUIT" ? "221 bye" : "250 mail.newsroom.example");
      }
    }
  });
}
