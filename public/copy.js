// What a browser with scripts adds where a text is to be taken along: a button that copies it. The text itself can be
// selected, so nothing depends on it.
for (const button of document.querySelectorAll("button[data-copy]")) {
  const label = button.textContent;
  button.hidden = false;
  button.addEventListener("click", async () => {
    const text = document.querySelector(button.dataset.copy);
    await navigator.clipboard.writeText(text.value ?? text.textContent);
    button.textContent = button.dataset.copied ?? label;
    setTimeout(() => {
      button.textContent = label;
    }, 2000);
  });
}
