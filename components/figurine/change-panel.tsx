"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Button } from "#components/ui/button.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { ExtraFields } from "#lib/figurines/extra-fields.ts";
import type { FigurineView, StageView } from "#lib/figurines/get-figurine.ts";
import type { FigurineChanges } from "#lib/figurines/options.ts";
import type { HeadResult } from "#lib/figurines/types.ts";
import { CropChange } from "./crop-change.tsx";
import { useWish, type WishState } from "./wish/use-wish.ts";
import { BodyFields, CartoonFields, HeadFields } from "./wish/wish-fields.tsx";

const FigurePreview = dynamic(() => import("./preview/figure-preview.tsx"), {
  ssr: false,
  loading: () => <Skeleton className="aspect-square w-full rounded-card" />,
});

/** Stages that can be made of something else. */
const CHANGEABLE = ["cartoon", "head", "fusion"] as const;
type Changeable = (typeof CHANGEABLE)[number];

interface ChangePanelProps {
  stage: StageView;
  figurine: FigurineView;
  extra: ExtraFields;
  onRevise: (changes: FigurineChanges) => void;
}

/** The provider has failed, and this machine could draw it: an offer, never done by itself. */
export const canBeDrawnHere = ({ error }: StageView): boolean =>
  error?.details?.fallback === "embedded";

/** The way back to a stage: what it is made of, to change, and a button to make it anew. */
export function ChangePanel({ stage, figurine, extra, onRevise }: ChangePanelProps) {
  const t = useTranslations("figurine.board");
  const [isOpen, setOpen] = useState(false);
  const changeable = CHANGEABLE.find((one) => one === stage.stage);
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
      {changeable && (
        <details className="text-sm" onToggle={(event) => setOpen(event.currentTarget.open)}>
          <summary className="cursor-pointer font-medium text-accent">
            {t("change", { stage: stage.stage })}
          </summary>
          {isOpen && (
            <Choices
              key={figurine.updatedAt.toString()}
              {...{ stage: changeable, figurine, extra, onRevise }}
            />
          )}
        </details>
      )}
    </>
  );
}

interface ChoicesProps extends Omit<ChangePanelProps, "stage"> {
  stage: Changeable;
}

function Choices({ stage, figurine, extra, onRevise }: ChoicesProps) {
  const t = useTranslations("figurine.board");
  const state = useWish(figurine.input);
  const head = figurine.stages.find((one) => one.stage === "head")?.result as HeadResult | null;
  return (
    <div className="mt-4 grid gap-5">
      <div className={stage === "fusion" ? "grid gap-5 xl:grid-cols-[minmax(0,1fr)_18rem]" : ""}>
        <div className="grid content-start gap-5">
          <Fields {...{ stage, state, extra }} provider={figurine.provider} />
        </div>
        {stage === "fusion" && head && <FigurePreview wish={state.wish} head={head.spec} />}
      </div>
      <div>
        <Button size="small" onClick={() => onRevise(state.changes)}>
          {t("makeAnew")}
        </Button>
      </div>
      {stage === "cartoon" && figurine.photos.length > 0 && (
        <CropChange figurine={figurine} onRevise={onRevise} />
      )}
    </div>
  );
}

interface FieldsProps {
  stage: Changeable;
  state: WishState;
  extra: ExtraFields;
  provider: string | null;
}

function Fields({ stage, state, extra, provider }: FieldsProps) {
  if (stage === "cartoon") return <CartoonFields state={state} provider={provider} />;
  if (stage === "head") return <HeadFields state={state} extra={extra} />;
  return <BodyFields state={state} extra={extra} />;
}
