import "server-only";
import type { Table, TableName } from "./table";
import { assessments } from "./tables/assessments";
import { attributions } from "./tables/attributions";
import { claimants } from "./tables/claimants";
import { claims } from "./tables/claims";
import { corrections } from "./tables/corrections";
import { events } from "./tables/events";
import { measures } from "./tables/measures";
import { publications } from "./tables/publications";
import { reports } from "./tables/reports";
import { statements } from "./tables/statements";

const ALL = {
  events,
  measures,
  claims,
  claimants,
  publications,
  reports,
  attributions,
  assessments,
  corrections,
  statements,
};

/** The list of this name. What its query is made of, its own schema tells. */
export function tableOf(name: TableName): Table {
  return ALL[name] as unknown as Table;
}
