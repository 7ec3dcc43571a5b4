import claims from "./mappings/counterclaim-claims.json";
import template from "./mappings/counterclaim-template.json";
import missingMigrants from "./mappings/iom-missing-migrants.json";
import covidDeaths from "./mappings/jhu-covid-deaths.json";
import gaza from "./mappings/palestine-daily-gaza.json";
import lebanon from "./mappings/palestine-daily-lebanon.json";
import infrastructure from "./mappings/palestine-infrastructure.json";
import ucdp from "./mappings/ucdp-ged-ukraine.json";
import corrections from "./mappings/ukraine-losses-corrections.json";
import equipment from "./mappings/ukraine-losses-equipment.json";
import personnel from "./mappings/ukraine-losses-personnel.json";
import { ImportMapping } from "./schema";

export type ReadyMapping = { id: string; mapping: ImportMapping };

/** The mappings that come with the project, for files of our own and for data sets that are public. */
export const READY_MAPPINGS: readonly ReadyMapping[] = [
  ready("counterclaim-template", template),
  ready("counterclaim-claims", claims),
  // The same columns in every format; only a CSV file has apostrophes before what a spreadsheet would run.
  ready("counterclaim-claims-ndjson", {
    ...claims,
    name: `${claims.name} (NDJSON)`,
    format: "ndjson",
    reading: {},
  }),
  ready("counterclaim-claims-json", {
    ...claims,
    name: `${claims.name} (JSON)`,
    format: "json",
    reading: { rows: "data" },
  }),
  ready("counterclaim-claims-xlsx", {
    ...claims,
    name: `${claims.name} (XLSX)`,
    format: "xlsx",
    reading: {},
  }),
  ready("ucdp-ged-ukraine", ucdp),
  ready("palestine-daily-gaza", gaza),
  ready("palestine-daily-lebanon", lebanon),
  ready("palestine-infrastructure", infrastructure),
  ready("ukraine-losses-personnel", personnel),
  ready("ukraine-losses-equipment", equipment),
  ready("ukraine-losses-corrections", corrections),
  ready("jhu-covid-deaths", covidDeaths),
  ready("iom-missing-migrants", missingMigrants),
];

function ready(id: string, mapping: unknown): ReadyMapping {
  return { id, mapping: ImportMapping.parse(mapping) };
}
