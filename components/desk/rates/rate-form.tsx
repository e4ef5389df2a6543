"use client";

import { useTranslations } from "next-intl";
import { useActionState, useEffect, useRef, useState } from "react";
import { FormProblem } from "#components/ui/form-problem.tsx";
import { SubmitButton } from "#components/ui/submit-button.tsx";
import type { ActionResult } from "#lib/http/define-action.ts";
import { AddSection } from "./add-section.tsx";
import type { RateTexts } from "./cells.ts";
import type { RateEditor } from "./rate-editor.ts";
import { RateExamples } from "./rate-examples.tsx";
import { RateSectionCard } from "./rate-section-card.tsx";
import { RATE_SECTIONS } from "./rate-table.ts";
import { isShown } from "./shown.ts";

type Result = ActionResult<{ version: number }> | null;

export interface RateFormProps {
  currency: string;
  initial: RateTexts;
  /** The atelier's: their sections are open from the start. */
  crafts: readonly string[];
  /** What finished pieces weighed, g/cm³ by alloy. */
  weighed: Readonly<Record<string, number>>;
  action: (previous: ActionResult<unknown> | null, form: FormData) => Promise<NonNullable<Result>>;
}

/** The whole rate card by the atelier's crafts, with what it comes to while it is typed. */
export function RateForm({ currency, initial, crafts, weighed, action }: RateFormProps) {
  const [result, submit] = useActionState(action, null);
  const [texts, setTexts] = useState(initial);
  const [opened, setOpened] = useState<readonly string[]>([]);
  const { form, errors, forget } = useErrors(result);
  const editor: RateEditor = {
    ...{ currency, texts, errors, weighed },
    change(part) {
      setTexts((before) => changed(before, part));
      forget(Object.keys(part));
    },
  };
  const shown = RATE_SECTIONS.filter(
    (section) => opened.includes(section.id) || isShown(section, crafts, texts),
  );
  return (
    <form
      ref={form}
      action={submit}
      // React resets a form after its action; selects would fall back to their first option.
      onReset={(event) => event.preventDefault()}
      noValidate
      className="grid items-start gap-8 lg:grid-cols-[minmax(0,1fr)_20rem]"
    >
      <input type="hidden" name="rates" value={JSON.stringify(texts)} />
      <div className="grid gap-6">
        {shown.map((section) => (
          <RateSectionCard key={section.id} section={section} editor={editor} />
        ))}
        <AddSection
          sections={RATE_SECTIONS.filter((section) => !shown.includes(section))}
          onAdd={(id) => setOpened([...opened, id])}
        />
        <SaveBar result={result} wrong={Object.keys(errors).length} />
      </div>
      <RateExamples texts={texts} currency={currency} />
    </form>
  );
}

function SaveBar({ result, wrong }: { result: Result; wrong: number }) {
  const t = useTranslations("desk.rates");
  return (
    <div className="sticky bottom-3 z-10 flex flex-wrap items-center gap-4 rounded-card border border-line bg-surface/95 p-3 shadow-float backdrop-blur">
      <SubmitButton>{t("save")}</SubmitButton>
      {result?.ok ? (
        <p role="status" className="text-sm text-good">
          {t("saved", { version: result.data.version })}
        </p>
      ) : null}
      {wrong > 0 ? (
        <p role="alert" className="text-sm text-bad">
          {t("wrong.count", { count: wrong })}
        </p>
      ) : (
        <FormProblem result={result} fields={fieldsOf(result)} />
      )}
    </div>
  );
}

const fieldsOf = (result: Result) =>
  result && !result.ok ? Object.keys(result.error.fieldErrors ?? {}) : [];

/** Messages of the last try until their field is changed; the first wrong field is gone to. */
function useErrors(result: Result) {
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<Readonly<Record<string, string>>>({});
  useEffect(() => {
    setErrors(result && !result.ok ? (result.error.fieldErrors ?? {}) : {});
  }, [result]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each result, when its messages are there
  useEffect(() => {
    form.current?.querySelector<HTMLElement>("[aria-invalid=true]")?.focus();
  }, [result, Object.keys(errors).length > 0]);
  // A message about a whole row goes with the first change in it.
  const isIn = (path: string, row: string) => path === row || path.startsWith(`${row}.`);
  const forget = (paths: readonly string[]) =>
    setErrors((before) =>
      Object.fromEntries(
        Object.entries(before).filter(([wrong]) => !paths.some((path) => isIn(path, wrong))),
      ),
    );
  return { form, errors, forget };
}

function changed(texts: RateTexts, part: Readonly<Record<string, string | null>>): RateTexts {
  const kept = Object.entries({ ...texts, ...part });
  return Object.fromEntries(kept.filter((entry): entry is [string, string] => entry[1] !== null));
}
