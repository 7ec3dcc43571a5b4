import { expect, test } from "vitest";
import { listEvents } from "../../lib/events/queries";
import { aPublishedEvent } from "../factories/claims";

test("the events of the home page come by latest change, page by page, each once", async () => {
  const slugs: string[] = [];
  for (let n = 0; n < 5; n += 1) slugs.unshift((await aPublishedEvent()).slug);

  const pages: string[][] = [];
  let after: string | null = null;
  do {
    const { rows, next } = await listEvents({ limit: 2, after });
    pages.push(rows.map(({ slug }) => slug));
    after = next;
  } while (after !== null);
  expect(pages).toEqual([slugs.slice(0, 2), slugs.slice(2, 4), slugs.slice(4)]);
});

test("a cursor that is none shows the first page", async () => {
  const first = await listEvents({ limit: 2 });
  expect(await listEvents({ limit: 2, after: "0_nothing" })).toEqual(first);
});
