import type { Locator } from "@playwright/test";

/** The pairs of texts in a drawing that the browser really drew over each other, by two pixels or more. */
export async function overlapsIn(figure: Locator): Promise<string[]> {
  return figure.evaluate((element) => {
    const labels = [...element.querySelectorAll("text, .chart-who > *, .chart-state > *, .chart-side > *")]
      .map((text) => ({ words: text.textContent ?? "", box: text.getBoundingClientRect() }))
      .filter(({ box, words }) => box.width > 0 && words !== "");
    return labels.flatMap((one, i) =>
      labels
        .slice(i + 1)
        .filter(
          ({ box }) =>
            Math.min(one.box.right, box.right) - Math.max(one.box.left, box.left) > 2 &&
            // The boxes of letters reach far above and below what is seen of them.
            Math.min(one.box.bottom, box.bottom) - Math.max(one.box.top, box.top) > 6,
        )
        .map((other) => `${one.words} on ${other.words}`),
    );
  });
}

/** The texts in a drawing of which a part is beyond the edges of the window, by more than a pixel. */
export async function cutOffIn(figure: Locator): Promise<string[]> {
  return figure.evaluate((element) =>
    [...element.querySelectorAll("text")].flatMap((text) => {
      const { left, right, width } = text.getBoundingClientRect();
      const isCut = width > 0 && (left < -1 || right > document.documentElement.clientWidth + 1);
      return isCut ? [text.textContent ?? ""] : [];
    }),
  );
}
