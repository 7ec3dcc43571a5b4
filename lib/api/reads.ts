import type { Endpoint } from "./endpoint";
import { listAssessments, listAttributions } from "./reads/carried-reads";
import {
  getClaim,
  listClaimAssessments,
  listClaimAttributions,
  listClaimRevisions,
  listClaims,
} from "./reads/claim-reads";
import { getEvent, getMeasure, listEventRevisions, listEvents, listMeasures } from "./reads/event-reads";
import { compare, listVocabulary, search } from "./reads/finding-reads";
import { getClaimant, getPublication, listClaimants, listPublications } from "./reads/name-reads";
import { getReport, listReports } from "./reads/report-reads";

/** Every read that is open to everybody: only what the publish gate lets out (R34). */
export const READS: readonly Endpoint[] = [
  listEvents,
  getEvent,
  listEventRevisions,
  listMeasures,
  getMeasure,
  listClaims,
  getClaim,
  listClaimAttributions,
  listClaimAssessments,
  listClaimRevisions,
  listAttributions,
  listAssessments,
  listClaimants,
  getClaimant,
  listPublications,
  getPublication,
  listReports,
  getReport,
  search,
  compare,
  listVocabulary,
];
