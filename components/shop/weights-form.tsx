"use client";

import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Field } from "#components/ui/field.tsx";
import { Slider } from "#components/ui/slider.tsx";
import type { ActionResult } from "#lib/http/define-action.ts";
import type { Measured } from "#lib/search/measure-weights.ts";
import type { Weights } from "#lib/search/weights.ts";

type WeightsAction = (weights: Weights) => Promise<ActionResult<Measured>>;

interface WeightsFormProps {
  weights: Weights;
  measure: WeightsAction;
  save: WeightsAction;
}

const TERMS = ["cosine", "price", "brand", "availability"] as const;

/** The weights of the score: measured on the judged searches before they are put in force. */
export function WeightsForm({ weights, measure, save }: WeightsFormProps) {
  const t = useTranslations("shop");
  const [now, setNow] = useState(weights);
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string | null>(null);
  const run = async (action: WeightsAction, text: "measured" | "inForce") => {
    setBusy(true);
    const result = await action(now);
    setBusy(false);
    if (!result.ok) return setSaid(result.error.message);
    const { ndcgAt10, recallAt10, queries } = result.data;
    const numbers = { ndcg: ndcgAt10.toFixed(3), recall: recallAt10.toFixed(3), queries };
    setSaid(t(`admin.${text}`, numbers));
  };
  return (
    <div className="grid gap-4">
      {TERMS.map((term) => (
        <Field
          key={term}
          id={`weight-${term}`}
          label={t(`terms.${term}`)}
          aside={now[term].toFixed(2)}
        >
          {(control) => (
            <Slider
              {...control}
              min={0}
              max={1}
              step={0.01}
              value={now[term]}
              onChange={(event) => setNow({ ...now, [term]: Number(event.target.value) })}
            />
          )}
        </Field>
      ))}
      <div className="flex flex-wrap gap-3">
        <Button
          look="secondary"
          size="small"
          disabled={busy}
          onClick={() => run(measure, "measured")}
        >
          {t("admin.measure")}
        </Button>
        <Button size="small" disabled={busy} onClick={() => run(save, "inForce")}>
          {t("admin.setWeights")}
        </Button>
      </div>
      {said && (
        <p role="status" className="text-sm">
          {said}
        </p>
      )}
    </div>
  );
}
