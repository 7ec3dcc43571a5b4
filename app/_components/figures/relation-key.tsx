import { translator } from "@/lib/format/messages";
import { RELATIONS } from "./relation-reasons";
import { RelationWord } from "./relation-shape";

type Props = { relations?: readonly (typeof RELATIONS)[number][]; locale: string };

/** What each relation of two figures means, as the comparison of each with each draws it (R6); all, unless some are given. */
export function RelationKey({ relations = RELATIONS, locale }: Props) {
  return (
    <dl className="relation-key">
      {relations.map((relation) => (
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
