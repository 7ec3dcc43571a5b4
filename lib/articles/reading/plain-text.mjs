/** One line of plain text: one blank for several, and nothing that is not seen (soft hyphens, control characters). */
export function plainText(text) {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]|(?!\s)\p{Cc}/gu, "")
    .replace(/\p{Cs}/gu, "\ufffd")
    .replace(/\s+/g, " ")
    .trim();
}

const MORE =
  /^(?:read (?:more|also|next|on)|also read|more (?:on|from|about) .{1,60}|more (?:news|stories)|related(?: (?:articles?|content|coverage|links|news|stories|topics))?|see also|recommended|editors? picks|most (?:read|popular)|(?:watch|listen)(?: (?:live|more|now))?|advertisement|(?:story|article) continues .{1,40}|continue reading.{0,40}|skip (?:past|to) .{1,60}|share(?: this(?: article| story)?)?|follow us on .{1,80}|(?:sign up|subscribe) .{0,80}newsletters?.{0,40}|читайте также|читайте також|اقرأ أيضا)$/iu;

/** Whether a line leads elsewhere: all of it a link that is no heading, or words for more to read before or without one. */
export function isAside({ text, unlinked, isHeading }) {
  const own = unlinked.replace(/[^\p{L}\p{N}]+/gu, " ").trim();
  return own === "" ? !isHeading && /\p{L}/u.test(text) : own.length < 160 && MORE.test(own);
}
