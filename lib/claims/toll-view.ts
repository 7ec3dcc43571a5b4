import { OPEN_EARLIEST, OPEN_LATEST } from "../dates/edtf";
import { toMeasure, toScope } from "../measures/measures";
import type { Figure } from "../quantity/quantity";
import type { MeasureKind } from "../vocabulary";
import { toFigure } from "./figures";
import type { Beside, ReasonRow, TollClaim, TollEvent, TollLinkRow, TollRefs } from "./list-tolls";
import { asOfOf, statedOf, toClaimantRef, wordingOf } from "./refs";
import { type Account, accountsOf, type TollLink } from "./toll-accounts";
import type {
  BesideFigure,
  TollAccount,
  TollFigure,
  TollMoment,
  TollRelation,
  TollStep,
  TollView,
} from "./toll-types";

/** What was read, by what it is looked up with. */
export type Found = {
  /** By event. */
  claims: ReadonlyMap<string, TollClaim[]>;
  counts: ReadonlyMap<string, number>;
  links: readonly TollLinkRow[];
  /** By claim. */
  reasons: ReadonlyMap<string, ReasonRow[]>;
  /** Claims of others that these are joined to. */
  refs: TollRefs;
};

/** An account with what is looked for beside it. */
export type KeyedAccount = Account & {
  key: string;
  eventId: string;
  claimIds: string[];
  kinds: MeasureKind[];
};

/** The accounts of one event, each with a key of its own. */
export function accountsIn({ id }: TollEvent, { claims, links }: Found): KeyedAccount[] {
  const rows = claims.get(id) ?? [];
  const measures = new Map(rows.flatMap(({ measure }) => (measure ? [[measure.id, measure]] : [])));
  const figures = rows.flatMap((row) => toFigure(row) ?? []);
  return accountsOf(figures, [...measures.values()].map(toMeasure), links.flatMap(toTollLink)).map(
    (account, at) => ({
      ...account,
      key: `${id} ${at}`,
      eventId: id,
      claimIds: account.figures.map((figure) => figure.id),
      kinds: kindsOf(account.figures.flatMap(({ measureId }) => measures.get(measureId)?.kinds ?? [])),
    }),
  );
}

function toTollLink({ kind, state, fromClaimId, toClaimId }: TollLinkRow): TollLink[] {
  if (kind !== "supersedes" && kind !== "replaces") return [];
  if (state !== "accepted" && state !== "declined") return [];
  return [{ kind, state, newerId: fromClaimId, olderId: toClaimId }];
}

// "Other" names no kind that two measures could share.
function kindsOf(kinds: readonly MeasureKind[]): MeasureKind[] {
  return [...new Set(kinds)].filter((kind) => kind !== "other").sort();
}

/** One event's accounts as pages show them; null where there is none. */
export function toTollView(
  event: TollEvent,
  accounts: readonly KeyedAccount[],
  found: Found,
  beside: ReadonlyMap<string, Beside>,
): TollView | null {
  const claims = found.claims.get(event.id) ?? [];
  const claimant = claims[0]?.claimant;
  if (!claimant || accounts.length === 0) return null;
  const claimantId = claims[0]?.claimantId;
  const sides = [...new Set(event.parties.flatMap(({ side }) => side ?? []))].sort();
  return {
    event: {
      slug: event.slug,
      title: event.title,
      occurred: {
        edtf: event.occurredEdtf,
        earliest: event.occurredEarliest.getTime(),
        latest: event.occurredLatest.getTime(),
        zone: event.occurredZone,
      },
    },
    claimant: { slug: claimant.slug, name: claimant.name },
    side: sideOf(event, claimantId),
    sides,
    accounts: accounts.map((account) => toTollAccount(event, account, found, beside.get(account.key))),
    leftOutCount: (found.counts.get(event.id) ?? claims.length) - claims.length,
  };
}

function sideOf({ parties }: TollEvent, claimantId: string | undefined): string | null {
  return parties.find((party) => party.claimantId === claimantId)?.side ?? null;
}

function toTollAccount(
  event: TollEvent,
  account: KeyedAccount,
  found: Found,
  beside: Beside = { rows: [], count: 0 },
): TollAccount {
  const rows = new Map((found.claims.get(event.id) ?? []).map((row) => [row.id, row]));
  const last = account.figures.findLast(stands) ?? account.figures.at(-1);
  const measureId = last?.measureId;
  const ownId = last?.claimantId;
  return {
    figures: account.figures.flatMap((figure) => toTollFigure(figure, rows.get(figure.id), found)),
    steps: account.steps.map((step) => {
      const [older, newer] = [account.figures[step.older], account.figures[step.newer]];
      const link = found.links.find(
        ({ kind, state, fromClaimId, toClaimId }) =>
          kind === step.kind && state === "accepted" && fromClaimId === newer?.id && toClaimId === older?.id,
      );
      return {
        ...step,
        ...whyOf(link, step.kind === "supersedes" ? found.reasons.get(newer?.id ?? "") : []),
      };
    }),
    measureLabel: rows.get(last?.id ?? "")?.measure?.label ?? "",
    beside: beside.rows.flatMap((row) => toBesideFigure(row, event, measureId, ownId)),
    besideCount: beside.count,
  };
}

function stands({ lifecycle, standing }: Figure): boolean {
  return lifecycle === "current" && standing !== "disowned";
}

type Why = Pick<TollStep, "downwardReason" | "reportedReasons" | "note">;

function whyOf(link: TollLinkRow | undefined, reasons: readonly ReasonRow[] = []): Why {
  return {
    downwardReason: link?.downwardReason ?? null,
    reportedReasons: reasons.flatMap(({ downwardReason, report }) =>
      downwardReason
        ? [
            {
              reason: downwardReason,
              report: { publicId: report.publicId, publicationName: report.publication.name },
            },
          ]
        : [],
    ),
    note: link?.note ?? null,
  };
}

function toTollFigure(figure: Figure, row: TollClaim | undefined, found: Found): TollFigure[] {
  if (!row?.measure) return [];
  const { slug, label, kinds, unit } = row.measure;
  return [
    {
      ...shownOf(row, figure),
      measure: { slug, label, kinds, unit, scope: toScope(row.measure) },
      relations: relationsOf(row.id, found),
    },
  ];
}

function shownOf(row: TollClaim, { quantity }: Figure) {
  return {
    publicId: row.publicId,
    quantity,
    wording: wordingOf(row),
    lane: row.lane,
    basis: row.basis,
    isForecast: row.isForecast,
    standing: row.standing,
    verification: row.verification,
    lifecycle: row.lifecycle,
    ...momentShown(row),
  };
}

function momentShown(row: TollClaim): TollMoment {
  const [stated, asOf] = [statedOf(row), asOfOf(row)];
  const date = asOf ?? stated;
  const span = {
    from: date.earliest <= OPEN_EARLIEST ? null : date.earliest,
    to: date.latest >= OPEN_LATEST ? null : date.latest,
  };
  return { date, span, dateKind: asOf ? "as_of" : "stated", stated };
}

/** Only what leads to a claim of somebody else: the rest are steps of the account. */
function relationsOf(id: string, { links, refs }: Found): TollRelation[] {
  return links.flatMap((link): TollRelation[] => {
    const isFrom = link.fromClaimId === id;
    if (link.state !== "accepted" || (!isFrom && link.toClaimId !== id)) return [];
    const claim = refs.get(isFrom ? link.toClaimId : link.fromClaimId);
    if (!claim) return [];
    if (link.kind === "passed_on_from") return isFrom ? [{ kind: "passed_on_from", claim }] : [];
    if (link.kind !== "supersedes") return [];
    return [{ kind: isFrom ? "supersedes" : "superseded_by", claim }];
  });
}

function toBesideFigure(
  row: TollClaim,
  event: TollEvent,
  measureId: string | undefined,
  ownId: string | undefined,
): BesideFigure[] {
  const figure = toFigure(row);
  if (!figure || !row.measure) return [];
  return [
    {
      ...shownOf(row, figure),
      claimant: toClaimantRef(row.claimant),
      side: sideOf(event, row.claimantId),
      isOwn: row.claimantId === ownId,
      isAnonymous: figure.isAnonymous,
      measureLabel: row.measureId === measureId ? null : row.measure.label,
    },
  ];
}
