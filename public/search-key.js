// What a browser with scripts adds to the search: "/" leads to its field, except where something is being typed.
document.addEventListener("keydown", (event) => {
  const isTyping = event.target.closest?.("input, textarea, select, [contenteditable]");
  if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || isTyping) return;
  const field = [...document.querySelectorAll('input[type="search"]')].find(
    (input) => input.getClientRects().length > 0,
  );
  if (!field) return;
  field.focus();
  event.preventDefault();
});
