import { start } from "./start";

export const main = () => start({ dev: true });
