/** The log form of one journalist, as a browser without scripts sends it. */
export type DeskForm = { address: string; cookie: string; hidden: [name: string, value: string][] };

/** Opens the form once: what the framework hides in it names the action, and is the same for each time it is sent. */
export async function openForm(address: string, cookie: string): Promise<DeskForm> {
  const answer = await fetch(`${address}/en/desk/claims/log`, { headers: { cookie }, redirect: "manual" });
  if (answer.status !== 200) throw new Error(`The form answers ${answer.status}.`);
  const html = await answer.text();
  const hidden = [...html.matchAll(/<input type="hidden" name="(\$ACTION[^"]*)"(?: value="([^"]*)")?/g)].map(
    ([, name = "", value = ""]): [string, string] => [name, unescaped(value)],
  );
  if (hidden.length === 0) throw new Error("The form names no action: it cannot be sent without scripts.");
  return { address, cookie, hidden };
}

/** Sends the form. Gives where it leads after saving, or null with what the page said where nothing was saved. */
export async function sendForm(
  form: DeskForm,
  fields: Record<string, string>,
): Promise<{ status: number; savedAt: string | null; said: string }> {
  const body = new FormData();
  for (const [name, value] of [...form.hidden, ...Object.entries(fields)]) body.append(name, value);
  const answer = await fetch(`${form.address}/en/desk/claims/log`, {
    method: "POST",
    body,
    headers: { cookie: form.cookie, origin: form.address, "sec-fetch-site": "same-origin" },
    redirect: "manual",
  });
  const savedAt = answer.status === 303 ? answer.headers.get("location") : null;
  const html = savedAt ? "" : await answer.text();
  return {
    status: answer.status,
    savedAt,
    said: /role="alert"[\s\S]{0,2000}?<\/div>/.exec(html)?.[0] ?? html.slice(0, 300),
  };
}

function unescaped(text: string): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#x27;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}
