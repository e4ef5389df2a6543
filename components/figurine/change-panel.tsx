"use client";

import { useTranslations } from "next-intl";
import type { FormEvent } from "react";
import { Button } from "#components/ui/button.tsx";
import type { FigurineView, StageView } from "#lib/figurines/get-figurine.ts";
import type { FigurineChanges } from "#lib/figurines/options.ts";
import { CropChange } from "./crop-change.tsx";
import { BodyFields, CartoonFields, HeadFields } from "./option-fields.tsx";
import { readOptions } from "./read-options.ts";

const FIELDS = { cartoon: CartoonFields, head: HeadFields, fusion: BodyFields } as const;

interface ChangePanelProps {
  stage: StageView;
  figurine: FigurineView;
  onRevise: (changes: FigurineChanges) => void;
}

/** The provider has failed, and this machine could draw it: an offer, never done by itself. */
export const canBeDrawnHere = ({ error }: StageView): boolean =>
  error?.details?.fallback === "embedded";

/** The way back to a stage: what it is made of, to change, and a button to make it anew. */
export function ChangePanel({ stage, figurine, onRevise }: ChangePanelProps) {
  const t = useTranslations("figurine.board");
  const Fields = stage.stage in FIELDS ? FIELDS[stage.stage as keyof typeof FIELDS] : null;
  const send = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    onRevise(readOptions(new FormData(event.currentTarget)));
  };
  return (
    <>
      {stage.status === "failed" && (
        <div className="flex flex-wrap gap-2">
          <Button size="small" look="secondary" onClick={() => onRevise({})}>
            {t("goOn")}
          </Button>
          {canBeDrawnHere(stage) && (
            <Button size="small" look="secondary" onClick={() => onRevise({ engine: "embedded" })}>
              {t("drawHere")}
            </Button>
          )}
        </div>
      )}
      {Fields && (
        <details className="text-sm">
          <summary className="cursor-pointer font-medium text-accent">
            {t("change", { stage: stage.stage })}
          </summary>
          <form
            key={figurine.updatedAt.toString()}
            onSubmit={send}
            className="mt-4 grid gap-4 sm:grid-cols-2"
          >
            <Fields input={figurine.input} provider={figurine.provider} />
            <div className="sm:col-span-2">
              <Button type="submit" size="small">
                {t("makeAnew")}
              </Button>
            </div>
          </form>
          {stage.stage === "cartoon" && figurine.photos.length > 0 && (
            <CropChange figurine={figurine} onRevise={onRevise} />
          )}
        </details>
      )}
    </>
  );
}
