import { readFileSync } from "node:fs";

/** How `npm start` starts the server, with the memory that it is given: the arguments of Node, and its environment. */
export function startCommand(): { args: string[]; env: NodeJS.ProcessEnv } {
  const { scripts } = JSON.parse(readFileSync("package.json", "utf8"));
  const [settings, command] = scripts.start.split(" exec node ");
  const env = Object.fromEntries(settings.split(" ").map((setting: string) => setting.split("=")));
  return { args: command.split(" "), env: { ...process.env, ...env } };
}
