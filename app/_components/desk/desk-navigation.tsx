import { can } from "@/lib/auth/authorise";
import { translator } from "@/lib/format/messages";
import type { Role } from "@/lib/vocabulary";

type Props = { locale: string; name: string; role: Role };

/** The places of the desk, and who is signed in. */
export function DeskNavigation({ locale, name, role }: Props) {
  const t = translator(locale);
  const desk = `/${locale}/desk`;
  return (
    <div className="no-print border-b border-rule py-1 flex flex-wrap items-center gap-x-6 gap-y-1 small">
      <nav aria-label={t("desk.nav.title")}>
        <ul className="flex flex-wrap gap-x-5">
          {deskPlaces(locale, role).map(({ href, label }) => (
            <li key={href}>
              <a className="plain-link inline-block py-2" href={href}>
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <div className="ms-auto flex flex-wrap items-center gap-x-5">
        <a className="plain-link inline-block py-2" href={`${desk}/account`}>
          <bdi>{name}</bdi> <span className="text-muted">({t(`role.${role}.label`)})</span>
        </a>
        <form action={`/${locale}/sign-out`} method="post">
          <button type="submit" className="link-button">
            {t("desk.nav.signOut")}
          </button>
        </form>
      </div>
    </div>
  );
}

/** The places of the desk that are for a role. */
export function deskPlaces(locale: string, role: Role): { href: string; label: string }[] {
  const t = translator(locale);
  const desk = `/${locale}/desk`;
  return [
    { href: desk, label: t("desk.nav.home") },
    ...(can(role, "queue:read") ? [{ href: `${desk}/queue`, label: t("desk.nav.queue") }] : []),
    { href: `${desk}/claims/log`, label: t("desk.nav.log") },
    { href: `${desk}/articles/new`, label: t("desk.nav.article") },
    { href: `${desk}/claims`, label: t("desk.nav.claims") },
    { href: `${desk}/events`, label: t("desk.nav.events") },
    { href: `${desk}/claimants`, label: t("desk.nav.claimants") },
    { href: `${desk}/publications`, label: t("desk.nav.publications") },
    { href: `${desk}/imports`, label: t("desk.nav.imports") },
    { href: `${desk}/proposals`, label: t("desk.nav.proposals") },
    ...(can(role, "measure:estimate") ? [{ href: `${desk}/estimates`, label: t("desk.nav.estimates") }] : []),
    ...(can(role, "account:change_role")
      ? [{ href: `${desk}/accounts`, label: t("desk.nav.accounts") }]
      : []),
  ];
}
