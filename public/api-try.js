// What a browser with scripts adds to the forms of the documentation: the answer stands below the form, and the parts of
// the path can be typed. Without it the form opens the answer by itself.
for (const form of document.querySelectorAll("form.api-try")) {
  const told = form.querySelector(".api-try-told");
  const region = form.querySelector(".api-try-answer");
  const parts = [...form.querySelectorAll("[data-path-name]")];
  for (const part of parts) part.closest(".api-try-path").hidden = false;

  const address = () => {
    const path = parts.reduce(
      (whole, part) => whole.replace(`{${part.dataset.pathName}}`, encodeURIComponent(part.value.trim())),
      form.dataset.path,
    );
    const asked = [...new FormData(form)].filter(([, value]) => value !== "");
    const query = new URLSearchParams(asked).toString();
    return query ? `${path}?${query}` : path;
  };

  const show = (text) => {
    const pre = document.createElement("pre");
    pre.className = "mt-2 p-3 small whitespace-pre border border-rule bg-panel max-h-112 overflow-auto";
    pre.dir = "ltr";
    pre.tabIndex = 0;
    pre.textContent = text;
    region.replaceChildren(pre);
    region.hidden = false;
  };

  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    told.textContent = form.dataset.running;
    const begun = performance.now();
    try {
      const answer = await fetch(address());
      const text = await answer.text();
      const ms = Math.round(performance.now() - begun);
      told.textContent = form.dataset.answered.replace("{status}", answer.status).replace("{ms}", ms);
      show(`GET ${address()}\n\n${JSON.stringify(JSON.parse(text), null, 2)}`);
    } catch {
      told.textContent = form.dataset.failed;
    }
  });
}
