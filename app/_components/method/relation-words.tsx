import { translator } from "@/lib/format/messages";
import { RELATIONS } from "../figures/relation-reasons";
import { RelationWord } from "../figures/relation-shape";

/** The three relations that two figures can have, as the comparison of each with each draws them (R6). */
export function RelationWords({ locale }: { locale: string }) {
  return (
    <dl className="relation-key">
      {RELATIONS.map((relation) => (
        <div key={relation}>
          <dt className="relation-head">
            <RelationWord relation={relation} locale={locale} />
          </dt>
          <dd className="text-muted">{translator(locale)(`relations.${relation}.explanation`)}</dd>
        </div>
      ))}
    </dl>
  );
}
