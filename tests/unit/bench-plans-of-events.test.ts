import { expect, test } from "vitest";
import { FORTY, LARGEST, planEvents } from "../../scripts/bench/data/plans-of-events";

test("the events of the benches hold exactly so many claims, and are the same every time", () => {
  for (const claims of [1_000, 10_000, 123_456]) {
    const plans = planEvents(claims);
    expect(plans.reduce((sum, { size }) => sum + size, 0)).toBe(claims);
    expect(planEvents(claims)).toEqual(plans);
    expect(plans.find(({ slug }) => slug === FORTY)).toMatchObject({ size: 40, isWhole: true });
    expect(plans.every(({ size }) => size >= 1 && size <= Math.max(40, claims / 100))).toBe(true);
    if (claims > 10_000)
      expect(plans.find(({ slug }) => slug === LARGEST)?.size).toBe(Math.floor((claims - 40) / 100));
  }
});
