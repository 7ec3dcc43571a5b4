import { Banner } from "@/app/_components/ui/banner";
import { translator } from "@/lib/format/messages";

type Props = { into: { name: string; href: string }; locale: string };

/** R30: a record that was merged is history, and leads to the one that stays. */
export function MergedBanner({ into, locale }: Props) {
  return (
    <Banner title={translator(locale)("desk.record.mergedInto")}>
      <a href={into.href}>
        <bdi>{into.name}</bdi>
      </a>
    </Banner>
  );
}
