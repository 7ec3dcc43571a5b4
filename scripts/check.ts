import { run } from "./child";
import { generateClient } from "./generate";
import { Steps } from "./steps";

/** npm run check: everything that can be told without running the app. Shows what each tool found. */
export async function main(): Promise<number> {
  await generateClient();
  const steps = new Steps();
  let failed = 0;
  for (const [name, ...commands] of checks) {
    const code = await steps.run(
      name,
      () => runAll(commands),
      (result) => (result === 0 ? "ok" : "failed"),
    );
    if (code !== 0) failed++;
  }
  console.log(failed === 0 ? "Everything is in order." : `${failed} of ${checks.length} checks failed.`);
  return failed === 0 ? 0 : 1;
}

const checks: [string, ...string[][]][] = [
  ["format, lint", ["@biomejs/biome/bin/biome", "check", "--error-on-warnings"]],
  ["types", ["next/dist/bin/next", "typegen"], ["typescript/bin/tsc", "--noEmit"]],
  ["dead code", ["knip/bin/knip.js"]],
];

async function runAll(commands: string[][]): Promise<number> {
  const env = { ...process.env, NEXT_TELEMETRY_DISABLED: "1" };
  for (const [program, ...args] of commands) {
    const { code, output } = await run(process.execPath, [`node_modules/${program}`, ...args], { env });
    if (code !== 0) {
      console.log(output.trim());
      return code;
    }
  }
  return 0;
}
