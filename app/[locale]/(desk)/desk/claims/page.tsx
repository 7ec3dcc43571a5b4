import type { Metadata } from "next";
import { DeskClaimList } from "@/app/_components/desk/desk-claim-list";
import { EmptyState } from "@/app/_components/ui/empty-state";
import { Missing } from "@/app/_components/ui/missing";
import { PageTitle } from "@/app/_components/ui/page-title";
import { Pager } from "@/app/_components/ui/pager";
import { pageActor } from "@/app/_desk/actor";
import { listMyClaims, listRecentClaims } from "@/lib/claims/desk-claims-list";
import { isLocale, translator } from "@/lib/format/messages";
import { RECORD_STATUSES, type RecordStatus } from "@/lib/vocabulary";

type Props = PageProps<"/[locale]/desk/claims">;

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: translator((await params).locale)("desk.claim.list.title") };
}

type Shown = { whose: "mine" | "everybody"; status: RecordStatus | null; after: string | null };

/** The claims of whoever is signed in by their record status, or everybody's. */
export default async function DeskClaimsPage({ params, searchParams }: Props) {
  const { locale } = await params;
  if (!isLocale(locale)) return <Missing locale={locale} />;
  const actor = await pageActor(locale);
  const shown = readAddress(await searchParams);
  const { rows, next } =
    shown.whose === "mine" ? await listMyClaims(actor, shown) : await listRecentClaims(actor, shown);
  const t = translator(locale);
  const isMine = shown.whose === "mine";
  return (
    <>
      <PageTitle title={t("desk.claim.list.title")}>
        <p className="measure-text">{t("desk.claim.list.lead")}</p>
        <p className="mt-2">
          <a className="font-semibold" href={`/${locale}/desk/claims/log`} data-key="n">
            {t("desk.claim.list.log")}
          </a>
        </p>
      </PageTitle>
      <Choices
        label={t("desk.claim.list.whose")}
        choices={(["mine", "everybody"] as const).map((whose) => ({
          label: t(`desk.claim.list.${whose}`),
          href: addressOf(locale, { whose, status: null, after: null }),
          isShown: whose === shown.whose,
        }))}
      />
      {isMine ? (
        <Choices
          label={t("desk.claim.list.status")}
          choices={[null, ...RECORD_STATUSES].map((status) => ({
            label: status === null ? t("desk.claim.list.all") : t(`recordStatus.${status}.label`),
            href: addressOf(locale, { whose: "mine", status, after: null }),
            isShown: status === shown.status,
          }))}
        />
      ) : null}
      <div className="mt-4">
        {rows.length === 0 ? (
          <EmptyState title={t("desk.claim.list.none")}>
            {t(isMine ? "desk.claim.list.noneMine" : "desk.claim.list.noneYet")}
          </EmptyState>
        ) : (
          <DeskClaimList claims={rows} locale={locale} />
        )}
      </div>
      <Pager
        previous={shown.after === null ? null : addressOf(locale, { ...shown, after: null })}
        next={next && addressOf(locale, { ...shown, after: next })}
        locale={locale}
      />
    </>
  );
}

type Choice = { label: string; href: string; isShown: boolean };

function Choices({ label, choices }: { label: string; choices: Choice[] }) {
  return (
    <nav aria-label={label} className="border-b border-rule">
      <ul className="flex flex-wrap gap-x-5">
        {choices.map(({ label, href, isShown }) => (
          <li key={href}>
            <a
              className={isShown ? "inline-block py-2 font-semibold" : "plain-link inline-block py-2"}
              href={href}
              aria-current={isShown ? "page" : undefined}
            >
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

function readAddress(asked: Record<string, string | string[] | undefined>): Shown {
  const status = RECORD_STATUSES.find((code) => code === asked.status) ?? null;
  const after = typeof asked.after === "string" ? asked.after : null;
  return { whose: asked.whose === "everybody" ? "everybody" : "mine", status, after };
}

function addressOf(locale: string, { whose, status, after }: Shown): string {
  const query = new URLSearchParams({
    ...(whose === "everybody" && { whose }),
    ...(status && { status }),
    ...(after && { after }),
  }).toString();
  return `/${locale}/desk/claims${query ? `?${query}` : ""}`;
}
