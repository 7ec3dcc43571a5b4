import { translator } from "@/lib/format/messages";
import { Breadcrumb } from "../../ui/breadcrumb";

/** Above a page that does something to one claim: the list of claims, and the claim. */
export function ClaimCrumbs({ publicId, locale }: { publicId: string; locale: string }) {
  const list = `/${locale}/desk/claims`;
  const crumbs = [
    { label: translator(locale)("desk.claim.list.title"), href: list },
    { label: publicId, href: `${list}/${publicId}` },
  ];
  return <Breadcrumb crumbs={crumbs} locale={locale} />;
}
