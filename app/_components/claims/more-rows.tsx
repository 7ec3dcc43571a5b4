type Props = {
  /** Of the page. */
  path: string;
  /** Of the table: its anchor, and its part of the address. */
  name: string;
  after: string | null;
  next: string | null;
  words: { first: string; more: string };
};

/** Leads through one of several tables of a page: on to the rows behind, and back to the first. */
export function MoreRows({ path, name, after, next, words }: Props) {
  if (after === null && next === null) return null;
  return (
    <p className="no-print flex flex-wrap justify-between gap-x-6 border-t border-rule mt-2 pt-2">
      {after === null ? null : (
        <a className="inline-block py-2" href={`${path}#${name}`}>
          {words.first}
        </a>
      )}
      {next === null ? null : (
        <a className="inline-block py-2 ms-auto" href={`${path}?${name}=${next}#${name}`}>
          {words.more}
        </a>
      )}
    </p>
  );
}
