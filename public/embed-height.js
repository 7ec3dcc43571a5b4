// Tells the page around an embed how high its content is, and again whenever that changes.
const tell = () =>
  parent.postMessage(
    { type: "counterclaim:height", height: Math.ceil(document.body.getBoundingClientRect().height) },
    "*",
  );
new ResizeObserver(tell).observe(document.body);
