import type { ReactNode } from "react";
import type { NotFoundTree, OriginsOf, OriginTree } from "@/lib/attributions/types";
import { translator } from "@/lib/format/messages";
import { ListedClaims } from "./listed-claims";
import { notFoundWords, originClass, originHref, originName, originNote } from "./origin-words";
import { NodeGlyph } from "./tree-marks";
import type { NodeMark } from "./tree-node";

type Place = { sides: readonly string[]; locale: string };

/** The drawing's twin in words, with all that it leaves out: every claim and report, below what it rests on. */
export function OriginsList({
  origins: { origins, notFound },
  ...place
}: Place & { origins: Pick<OriginsOf, "origins" | "notFound"> }) {
  return (
    <ol className="origin-list">
      {origins.map((tree) => (
        <ListedOrigin key={tree.key} tree={tree} {...place} />
      ))}
      {notFound.map((tree) => (
        <ListedUnknown key={`${tree.why} ${tree.claims[0]?.claim.publicId}`} tree={tree} {...place} />
      ))}
    </ol>
  );
}

function ListedOrigin({ tree, ...place }: Place & { tree: OriginTree }) {
  const t = translator(place.locale);
  const name = originName(tree, t);
  const link = (
    <a className="plain-link font-semibold text-ink" href={originHref(tree, place.locale)}>
      <bdi>{name}</bdi>
    </a>
  );
  return (
    <li className={originClass(tree, place.sides)}>
      <Head mark={{ kind: "origin", isDenied: tree.isDisowned }} name={link} note={originNote(tree, t)} />
      <ListedClaims claims={tree.claims} hasAnchor ofOrigin={name} {...place} />
    </li>
  );
}

function ListedUnknown({ tree, ...place }: Place & { tree: NotFoundTree }) {
  const t = translator(place.locale);
  const name = <span className="font-semibold text-ink">{t("originsPage.notFound.title")}</span>;
  return (
    <li className="mark-grey">
      <Head mark={{ kind: "unknown" }} name={name} note={notFoundWords(tree, t)} />
      <ListedClaims
        claims={tree.claims}
        label="notFound"
        hasAnchor={!tree.isOfKnownClaim}
        ofOrigin={null}
        {...place}
      />
    </li>
  );
}

function Head({ mark, name, note }: { mark: NodeMark; name: ReactNode; note: string }) {
  return (
    <p className="origin-line">
      <NodeGlyph mark={mark} />
      <span>
        {name}
        <small>{note}</small>
      </span>
    </p>
  );
}
