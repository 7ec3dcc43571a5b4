import { expect, test } from "vitest";
import { Invalid, NotFound, StaleVersion } from "../../lib/errors";
import { changeReading } from "../../lib/imports/change-reading";
import { describeReading } from "../../lib/imports/describe-reading";
import { findImport, listMappings } from "../../lib/imports/desk-imports";
import { saveMapping } from "../../lib/imports/save-mapping";
import { aJournalist, anotherJournalist } from "../factories/cast";
import { tick } from "../factories/clock";
import { anImport, seen, totalsMapping } from "../factories/imports";
import { lastRevisionOf, race, refusalOf } from "../factories/read-back";

test("a mapping is kept under a name, changed by who read it last, and each version is in the history", async () => {
  const [actor, colleague] = [await aJournalist(), await anotherJournalist()];
  const mapping = totalsMapping("flood");
  const id = await saveMapping(actor, { name: "Daily totals", mapping, version: null }, tick());
  expect(await lastRevisionOf(id)).toMatchObject({
    action: "import_mapping.saved",
    version: 1,
    chainId: "register",
  });
  expect(await listMappings(actor)).toMatchObject([{ id, name: "Daily totals", mapping, version: 1 }]);

  const change = (version: number | null) =>
    saveMapping(
      colleague,
      { name: "Daily totals", mapping: { ...mapping, decimalComma: true }, version },
      tick(),
    );
  expect(await refusalOf(() => change(null))).toMatchObject({
    leftNothing: true,
    error: expect.any(Invalid),
  });
  expect(await race(change(1), change(1))).toMatchObject({ won: 1, errors: [expect.any(StaleVersion)] });
  expect(await lastRevisionOf(id)).toMatchObject({
    action: "import_mapping.edited",
    version: 2,
    actorId: colleague.id,
  });
  const unknown = { name: "No such", mapping, version: 1 };
  expect(await refusalOf(() => saveMapping(actor, unknown, tick()))).toMatchObject({
    leftNothing: true,
    error: expect.any(NotFound),
  });
});

test("how a file is read can be corrected; its columns and first rows follow", async () => {
  const actor = await aJournalist();
  const id = await anImport(actor, "day;killed\n2026-05-04;5\n2026-05-05;7\n", totalsMapping("flood"));
  expect(await describeReading(actor, id, 1)).toMatchObject({ columns: ["day", "killed"], refusal: null });
  const reading = (await findImport(actor, id))?.reading;
  if (!reading) throw new Error("The import is gone.");
  await changeReading(actor, { ...(await seen(id)), reading: { ...reading, delimiter: "," } }, tick());
  expect((await describeReading(actor, id)).columns).toEqual(["day;killed"]);
  const wrong = { ...(await seen(id)), reading: { ...reading, encoding: "no such one" } };
  const refusal = await refusalOf(() => changeReading(actor, wrong, tick()));
  expect(refusal).toMatchObject({ leftNothing: true, error: expect.any(Invalid) });
});
