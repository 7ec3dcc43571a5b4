// What a browser with scripts adds to the bar of an event's past: a slider over the moments that its list links to.
// Without it the links and the field do the same.
for (const frame of document.querySelectorAll(".as-of-slider")) {
  const slider = frame.querySelector("input");
  const told = frame.querySelector(".as-of-told");
  const links = [...frame.closest(".as-of").querySelectorAll(".as-of-moments a")];
  const here = Number(slider.dataset.here);
  const chosen = () => Number(slider.value);
  // Keys move one moment at a time, and nobody wants to open each of them on the way.
  let isByKey = false;

  const tell = () => {
    const words = links[chosen()].textContent;
    told.textContent = words;
    slider.setAttribute("aria-valuetext", words);
  };
  const open = () => {
    if (chosen() !== here) location.assign(links[chosen()].href);
  };
  slider.addEventListener("input", tell);
  slider.addEventListener("pointerdown", () => {
    isByKey = false;
  });
  slider.addEventListener("keydown", ({ key }) => {
    isByKey = true;
    if (key === "Enter") open();
  });
  slider.addEventListener("change", () => {
    if (!isByKey) open();
  });
  // A browser that comes back to the page may have kept where the slider stood.
  slider.value = String(Math.max(0, here));
  tell();
  frame.hidden = false;
}
