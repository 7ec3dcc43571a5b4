// Lets each frame of this page be as high as it says that its content is; without it, the content scrolls inside.
addEventListener("message", ({ data, source }) => {
  if (data?.type !== "counterclaim:height") return;
  for (const frame of document.querySelectorAll("iframe"))
    if (frame.contentWindow === source) frame.height = data.height;
});
