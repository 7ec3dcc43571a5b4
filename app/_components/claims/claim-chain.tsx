import type { ClaimPage } from "@/lib/claims/types";
import { translator } from "@/lib/format/messages";
import { ClaimRefLink } from "./claim-ref";

type Link = ClaimPage["supersedes"][number];
type Props = { claim: Pick<ClaimPage, "supersedes" | "supersededBy">; locale: string };

/** What this claim took the place of, and what took its place, as a person decided it. */
export function ClaimChain({ claim: { supersedes, supersededBy }, locale }: Props) {
  const t = translator(locale);
  return (
    <section id="before-and-after">
      <h2 className="text-2xl">{t("claimPage.chain.title")}</h2>
      {supersedes.length + supersededBy.length === 0 ? (
        <p className="mt-2 text-muted">{t("claimPage.chain.none")}</p>
      ) : (
        <ul className="mt-3 grid gap-4">
          {supersedes.map((link) => (
            <ChainLink key={`from-${link.publicId}-${link.kind}`} link={link} way="from" locale={locale} />
          ))}
          {supersededBy.map((link) => (
            <ChainLink key={`to-${link.publicId}-${link.kind}`} link={link} way="to" locale={locale} />
          ))}
        </ul>
      )}
    </section>
  );
}

function ChainLink({ link, way, locale }: { link: Link; way: "from" | "to"; locale: string }) {
  const t = translator(locale);
  const { kind, downwardReason, note } = link;
  return (
    <li className="measure-text">
      <p>
        <span className="text-muted">{t(`claimPage.chain.${way}.${kind}`)}</span>{" "}
        <ClaimRefLink claim={link} locale={locale} />
      </p>
      {downwardReason ? (
        <p>{t("claimPage.chain.downward", { reason: t(`downwardReason.${downwardReason}.label`) })}</p>
      ) : null}
      {note ? (
        <p className="text-muted" dir="auto">
          {note}
        </p>
      ) : null}
    </li>
  );
}
