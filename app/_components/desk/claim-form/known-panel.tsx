import type { KinWords, PreviewWords } from "@/app/_desk/claim-preview-words";
import type { FieldTexts } from "../field-texts";
import { SelectField } from "../select-field";
import type { ClaimFormWords } from "./claim-form-words";

type Props = {
  known: PreviewWords | null;
  hasFailed: boolean;
  /** What was answered before, by the name of the answer's field. */
  answered: (name: string) => string;
  words: ClaimFormWords;
  texts: FieldTexts;
};

/** What is on file that the claim may repeat, follow or clash with, with the questions that only a person can answer. */
export function KnownPanel({ known, hasFailed, answered, words, texts }: Props) {
  const { known: said } = words;
  const isEmpty =
    !known ||
    (!known.same &&
      !known.reads &&
      known.twins.length + known.supersedes.length + known.warnings.length === 0);
  return (
    <section
      aria-labelledby="known-title"
      className="grid gap-4 content-start self-start lg:sticky lg:top-4 lg:col-start-2 lg:row-start-1 lg:row-span-2"
    >
      <h2 id="known-title" className="text-xl">
        {said.title}
      </h2>
      <div aria-live="polite" className="grid gap-5">
        {known?.reads ? (
          <div>
            <h3 className="font-sans small text-muted">{said.reads}</h3>
            <p className="font-serif text-lg leading-snug" dir="auto">
              {known.reads}
            </p>
          </div>
        ) : null}
        {hasFailed ? <p>{said.failed}</p> : null}
        {isEmpty && !hasFailed ? <p className="text-muted">{said.empty}</p> : null}
        {known?.same ? (
          <div className="border-s-3 border-flag ps-3">
            <p className="font-semibold">{said.same}</p>
            <KinLine kin={known.same} />
            <a className="inline-block py-1.5" href={`${known.same.href}/attributions/new`}>
              {said.sameAttach}
            </a>
          </div>
        ) : null}
        {known?.twins.map((kin) => (
          <Question
            key={kin.id}
            kind="duplicate_of"
            kin={kin}
            title={said.twin}
            lead={said.twinLead}
            yes={said.yesTwin}
            no={said.noTwin}
            unsure={said.unsure}
            answered={answered}
          />
        ))}
        {known?.supersedes.map((kin) => (
          <Question
            key={kin.id}
            kind="supersedes"
            kin={kin}
            title={said.supersedes}
            lead={said.supersedesLead}
            yes={said.yesSupersedes}
            no={said.noSupersedes}
            unsure={said.unsure}
            answered={answered}
          >
            {kin.needsReason ? (
              <SelectField
                name={`reason supersedes ${kin.id}`}
                label={said.whyFell}
                options={words.downwardReasons}
                blank={words.choose}
                defaultValue={answered(`reason supersedes ${kin.id}`)}
                texts={texts}
              />
            ) : null}
          </Question>
        ))}
        {known && known.warnings.length > 0 ? (
          <div>
            <h3 className="font-sans text-base">{said.warnings}</h3>
            <ul className="mt-1 grid gap-3">
              {known.warnings.map(({ text, claims }) => (
                <li key={text} className="border-s-3 border-rule-strong ps-3">
                  {text}
                  {claims.map((kin) => (
                    <KinLine key={kin.id} kin={kin} />
                  ))}
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </section>
  );
}

function KinLine({ kin }: { kin: KinWords }) {
  return (
    <p className="small">
      <a href={kin.href} target="_blank" rel="noreferrer">
        <bdi>{kin.text}</bdi>
      </a>
    </p>
  );
}

type QuestionProps = {
  kind: "duplicate_of" | "supersedes";
  kin: KinWords;
  title: string;
  lead: string;
  yes: string;
  no: string;
  unsure: string;
  answered: (name: string) => string;
  children?: React.ReactNode;
};

function Question({ kind, kin, title, lead, yes, no, unsure, answered, children }: QuestionProps) {
  const question = `${kind} ${kin.id}`;
  const name = `answer ${question}`;
  const answers = [
    ["yes", yes],
    ["no", no],
    ["unsure", unsure],
  ] as const;
  return (
    <fieldset className="border-s-3 border-ink ps-3">
      <legend className="font-semibold">{title}</legend>
      <input type="hidden" name="question" value={question} readOnly />
      <KinLine kin={kin} />
      <p className="small text-muted">{lead}</p>
      {answers.map(([value, label]) => (
        <label key={value} className="flex items-start gap-3 py-1.5">
          <input
            type="radio"
            name={name}
            value={value}
            defaultChecked={answered(name) === value}
            className="size-5 min-h-0 mt-0.5 shrink-0 accent-ink"
          />
          <span>{label}</span>
        </label>
      ))}
      {children}
    </fieldset>
  );
}
