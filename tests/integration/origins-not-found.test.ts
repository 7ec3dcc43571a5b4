import { describe, expect, test } from "vitest";
import { attributionInput } from "../factories/claims";
import { aStory, first, had, hadFrom, namesNobody, outline, reportOf } from "../factories/origins";
import { aClaimant } from "../factories/records";

describe("R15: an origin that is not found is told with its reason", () => {
  test("nobody named, and no report at all", async () => {
    const { claim, tell } = await aStory();
    const [nobody, recalled] = [await aClaimant({ name: "Nobody" }), await aClaimant({ name: "Veteran" })];
    const [radio, daily] = [await reportOf("Radio"), await reportOf("Daily")];
    await claim({ claimantId: nobody.id, attributions: [namesNobody(radio), had(daily, radio)] });
    await claim({ claimantId: recalled.id, attributions: [], isFromMemory: true, stated: "2026-05-05" });
    const page = await tell();
    expect(outline(first(page))).toEqual([
      "not found: unattributed",
      "  12, Nobody",
      "    Radio (names nobody)",
      "      Daily",
      "not found: no_report",
      "  12, Veteran",
    ]);
    expect(first(page).counts).toMatchObject({
      claimants: 2,
      origins: 0,
      notFound: 2,
      reports: 2,
      resting: 0,
    });
  });

  test("a report that is only named stands at the end of the chain, and is counted nowhere", async () => {
    const { claim, tell } = await aStory();
    const general = await aClaimant({ name: "General" });
    const [lost, quoter] = [await reportOf("Lost Gazette", false), await reportOf("Quoter")];
    await claim({ claimantId: general.id, attributions: [had(quoter, lost)] });
    const page = await tell();
    expect(outline(first(page))).toEqual([
      "not found: dead_end",
      "  12, General",
      "    Lost Gazette (not read) (only named)",
      "      Quoter",
    ]);
    expect(first(page).counts.reports).toBe(1);
  });

  test("reports that had it from each other are named in their order, and with them who had it from one", async () => {
    const { claim, tell } = await aStory();
    const town = await aClaimant({ name: "Town" });
    const [a, b, c, follower] = [
      await reportOf("Blog A"),
      await reportOf("Blog B"),
      await reportOf("Blog C"),
      await reportOf("Follower"),
    ];
    await claim({ claimantId: town.id, attributions: [had(a, b), had(b, c), had(c, a), had(follower, c)] });
    expect(outline(first(await tell()))).toEqual([
      "not found: cycle",
      "  12, Town",
      "    cycle:",
      "    Blog A",
      "    Blog B",
      "    Blog C",
      "      Follower",
    ]);
  });

  test("claims that were had from each other stand side by side", async () => {
    const { claim, tell } = await aStory();
    const [army, police, town] = [
      await aClaimant({ name: "Army" }),
      await aClaimant({ name: "Police" }),
      await aClaimant({ name: "Town" }),
    ];
    await claim({ claimantId: army.id, attributions: [hadFrom(await reportOf("Agency"), police.id)] });
    await claim({ claimantId: police.id, attributions: [hadFrom(await reportOf("Radio"), army.id)] });
    await claim({ claimantId: town.id, attributions: [hadFrom(await reportOf("Daily"), police.id)] });
    const page = await tell();
    expect(outline(first(page))).toEqual([
      "not found: cycle",
      "  12, Army from Police",
      "    Agency",
      "  12, Police from Army",
      "    Radio",
      "    12, Town from Police",
      "      Daily",
    ]);
    expect(first(page).counts).toMatchObject({ origins: 0, notFound: 3 });
  });

  test("a report that names nobody stands apart from those that lead to the statement", async () => {
    const { claim, tell } = await aStory();
    const ministry = await aClaimant({ name: "Ministry" });
    const attributions = [attributionInput(await reportOf("Agency")), namesNobody(await reportOf("Rumour"))];
    await claim({ claimantId: ministry.id, attributions });
    const page = await tell();
    expect(outline(first(page))).toEqual([
      "Ministry",
      "  12, Ministry",
      "    Agency",
      "not found: unattributed, of reports",
      "  12, Ministry",
      "    Rumour (names nobody)",
    ]);
    expect(first(page).counts).toMatchObject({ origins: 1, notFound: 0, reports: 2, resting: 1 });
    expect(first(page).origins[0]?.counts.reports).toBe(1);
  });
});
