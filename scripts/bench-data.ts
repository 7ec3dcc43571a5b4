import { generateClient } from "./generate";
import { shutDown, stopOnSignals } from "./shutdown";

/** npm run bench:data -- --claims 1000000: makes the data that the benches ask, the same every time. */
export async function main(args: string[]): Promise<void> {
  stopOnSignals();
  try {
    await generateClient();
    const { claimsAsked, makeBenchData } = await import("./bench/data/database");
    const claims = claimsAsked(args);
    const { events, reports, seconds, url } = await makeBenchData(claims);
    console.log(`${claims} claims in ${events} events with ${reports} reports in ${seconds.toFixed(0)} s.`);
    console.log(`They stand in ${new URL(url).pathname.slice(1)}.`);
  } finally {
    await shutDown();
  }
}
