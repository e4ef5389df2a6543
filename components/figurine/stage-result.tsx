"use client";

import clsx from "clsx";
import { useFormatter, useLocale, useTranslations } from "next-intl";
import { decimal } from "#components/design/format.ts";
import { Button } from "#components/ui/button.tsx";
import type { FigurineView, StageView } from "#lib/figurines/get-figurine.ts";
import type { FigurineChanges } from "#lib/figurines/options.ts";
import type {
  CartoonResult,
  FusionResult,
  HeadResult,
  ProofResult,
  ScoresResult,
  TurntableResult,
} from "#lib/figurines/types.ts";
import { KERNEL_NAME } from "#lib/kernel/version.ts";
import type { FigurineSpec } from "#lib/kinds/figurine/schema.ts";
import { sentenceIn } from "#lib/kinds/tongues/sentences/index.ts";
import { ProofFacts } from "./proof-facts.tsx";
import { ScoresTable } from "./scores-table.tsx";
import { pictureUrl, StagePicture } from "./stage-picture.tsx";

interface StageResultProps {
  stage: StageView;
  figurine: FigurineView;
  onRevise: (changes: FigurineChanges) => void;
}

/** What came of a stage, as soon as it is there; of before a change until the next is. */
export function StageResult({ stage, figurine, onRevise }: StageResultProps) {
  if (!stage.result) return null;
  const isOld = stage.status !== "done";
  return <div className={clsx(isOld && "opacity-60")}>{shown()}</div>;

  function shown() {
    switch (stage.stage) {
      case "cartoon":
        return (
          <Candidates
            result={stage.result as CartoonResult}
            figurine={figurine}
            onRevise={onRevise}
          />
        );
      case "head":
        return <Head result={stage.result as HeadResult} figurine={figurine} />;
      case "fusion":
        return <Fusion result={stage.result as FusionResult} figurine={figurine} />;
      case "scores":
        return <ScoresTable result={stage.result as ScoresResult} />;
      case "proof":
        return <ProofFacts result={stage.result as ProofResult} figurine={figurine} />;
      case "turntable":
        return <Turntable result={stage.result as TurntableResult} figurine={figurine} />;
    }
  }
}

type CandidatesProps = Omit<StageResultProps, "stage"> & { result: CartoonResult };

function Candidates(props: CandidatesProps) {
  const t = useTranslations("figurine.board");
  const { result, figurine } = props;
  const chosen = Math.min(figurine.input.choice, result.candidates.length - 1);
  return (
    <div className="grid gap-3">
      <DrawnBy result={result} figurine={figurine} />
      <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3">
        {result.candidates.map(({ pictureId }, index) => (
          <Candidate key={pictureId} {...props} index={index} isChosen={index === chosen} />
        ))}
      </ul>
      <p className="max-w-prose text-xs text-muted">{t("candidateScore")}</p>
    </div>
  );
}

/** Who drew the candidates, named also where a person turned a provider down. */
function DrawnBy({ result, figurine }: Pick<CandidatesProps, "result" | "figurine">) {
  const t = useTranslations("figurine.board");
  const { name, version } = result.engine;
  const here = figurine.provider ? t("drawnHereChosen") : t("drawnHere");
  return (
    <p className="text-sm text-muted">
      {name === KERNEL_NAME ? here : t("drawnBy", { name, model: version })}
    </p>
  );
}

function Candidate({
  result,
  figurine,
  onRevise,
  index,
  isChosen,
}: CandidatesProps & { index: number; isChosen: boolean }) {
  const t = useTranslations("figurine.board");
  const locale = useLocale();
  const { pictureId, score, photo } = result.candidates[index]!;
  const name = t("candidate", {
    ...{ number: index + 1, score: decimal(score.total, 2, 2, locale) },
    photo: figurine.input.others.length > 0 ? photo + 1 : 0,
  });
  const ring = "ring-2 ring-accent ring-offset-2 ring-offset-surface";
  return (
    <li className="grid content-start gap-2">
      <StagePicture
        url={pictureUrl(figurine, pictureId)}
        alt={name}
        className={clsx("w-full", isChosen && ring)}
      />
      <span className="text-xs text-muted tabular-nums">{name}</span>
      {figurine.status !== "approved" && (
        <Button
          size="small"
          look={isChosen ? "primary" : "secondary"}
          aria-pressed={isChosen}
          onClick={() => !isChosen && onRevise({ choice: index })}
        >
          {isChosen ? t("chosen") : t("choose")}
        </Button>
      )}
    </li>
  );
}

function Head({ result, figurine }: { result: HeadResult; figurine: FigurineView }) {
  const t = useTranslations("figurine");
  const { hair, beard, headShape, glasses } = result.spec as FigurineSpec;
  const facts = [
    [t("options.hair"), t(`hairs.${hair as "short"}`)],
    [t("options.beard"), t(`beards.${beard}`)],
    [t("options.headShape"), t(`shapes.${headShape}`)],
    [t("options.glasses"), t(`glassesOf.${glasses}`)],
  ];
  return (
    <div className="grid gap-4 sm:grid-cols-[minmax(0,18rem)_minmax(0,1fr)]">
      <StagePicture
        url={pictureUrl(figurine, result.pictureId)}
        alt={t("board.stage.head")}
        className="w-full"
      />
      <dl className="grid content-start gap-x-6 text-sm">
        {facts.map(([name, value]) => (
          <div key={name} className="flex justify-between gap-4 border-b border-line py-2">
            <dt className="text-muted">{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </div>
  );
}

/** Once around; who wants no movement sees it from the front. */
function Turntable({ result, figurine }: { result: TurntableResult; figurine: FigurineView }) {
  const t = useTranslations("figurine.board");
  const proof = figurine.stages.find(({ stage }) => stage === "proof")?.result as ProofResult;
  return (
    <>
      <StagePicture
        url={pictureUrl(figurine, result.pictureId)}
        alt={t("turning")}
        className="w-full max-w-sm motion-reduce:hidden"
      />
      <StagePicture
        url={pictureUrl(figurine, proof?.views[0]?.pictureId ?? "")}
        alt={t("view.front")}
        className="hidden w-full max-w-sm motion-reduce:block"
      />
    </>
  );
}

function Fusion({ result, figurine }: { result: FusionResult; figurine: FigurineView }) {
  const t = useTranslations("figurine.board");
  const format = useFormatter();
  const locale = useLocale();
  const { measures, standing } = result;
  const [x, y, z] = measures.boxMm.map((side) => decimal(side, 1, 1, locale));
  const facts = [
    t("size", { x: x!, y: y!, z: z! }),
    measures.watertight ? t("closed", { pieces: measures.pieces }) : t("open"),
    t("triangles", { count: format.number(measures.triangles) }),
    ...(measures.thinnestWallMm === null
      ? []
      : [t("wall", { mm: decimal(measures.thinnestWallMm, 2, 2, locale) })]),
  ];
  return (
    <div className="grid gap-3 sm:grid-cols-2">
      <StagePicture
        url={pictureUrl(figurine, result.pictureId)}
        alt={t("stage.fusion")}
        className="w-full"
      />
      <div className="grid content-start gap-3 text-sm">
        <ul className="grid gap-1 tabular-nums">
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        <h3 className="font-medium">{t("prints")}</h3>
        {standing.map(({ name, reason, best }) => (
          <p key={name} className="text-muted">
            {t("standing", {
              name: t(`half.${name as "figurine"}`),
              reason: sentenceIn(locale, reason),
            })}{" "}
            {t("supports", { mm3: format.number(best.supportMm3, { maximumFractionDigits: 0 }) })}
          </p>
        ))}
      </div>
    </div>
  );
}
