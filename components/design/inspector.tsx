"use client";

import { RefreshCw } from "lucide-react";
import { useTranslations } from "next-intl";
import { isOpen } from "#components/job/is-open.ts";
import { Button } from "#components/ui/button.tsx";
import { Tabs } from "#components/ui/tabs.tsx";
import type { Comparison } from "#lib/designs/compare-revisions.ts";
import type { DesignVerdict } from "#lib/designs/judge-design.ts";
import type { DesignJob } from "#lib/designs/list-design-jobs.ts";
import type { DesignRevision } from "#lib/designs/types.ts";
import type { ChosenEngine } from "#lib/jobs/types.ts";
import type { Finding } from "#lib/kernel/finding.ts";
import type { TechPack } from "#lib/kernel/garment/tech-pack.ts";
import type { Field } from "#lib/kinds/read/fields.ts";
import { ALLOYS } from "#lib/shared/alloys.ts";
import { MATERIALS } from "#lib/shared/materials.ts";
import { type Aim, AimPanel } from "./aim-panel.tsx";
import { DownloadsPanel } from "./downloads-panel.tsx";
import { DrawingPanel } from "./drawing-panel.tsx";
import { FindingsPanel } from "./findings-panel.tsx";
import { HistoryPanel } from "./history-panel.tsx";
import { JobBar } from "./job-bar.tsx";
import { LineageDetails, lineageOfRevision } from "./lineage-list.tsx";
import { NumbersPanel } from "./numbers-panel.tsx";
import { ParameterForm } from "./parameter-form.tsx";
import type { Outcome } from "./piece-summary.tsx";
import { PricePanel } from "./price-panel.tsx";
import { SizeRunPanel, type WantedSizes } from "./size-run-panel.tsx";
import type { Edits } from "./use-edits.ts";
import { useJob } from "./use-job.ts";
import { VerdictPanel } from "./verdict-panel.tsx";

interface InspectorProps {
  edits: Edits;
  shown: Outcome | null;
  /** Why the numbers of the moment cannot be built. */
  refused: string | null;
  revisions: DesignRevision[];
  fields: readonly Field[];
  modelJob: DesignJob | null;
  /** What making the model again would give. */
  again: string;
  onAgain: () => void;
  pointed: Finding | null;
  busy: boolean;
  onPoint: (finding: Finding | null) => void;
  onStep: () => void;
  onRestore: (revisionNumber: number) => void;
  onRetry: (taskIds: string[], engine?: ChosenEngine) => void;
  onAim: (aim: Aim) => void;
  onRunSizes: (sizes: WantedSizes) => Promise<string | null>;
  onCompare: (revisionNumber: number) => Promise<Comparison | null>;
  onJudge: () => Promise<DesignVerdict | null>;
}

const MATERIAL_NAMES = Object.fromEntries(
  [...ALLOYS, ...MATERIALS].map(({ id, label }) => [id, label]),
);

/** Everything about a piece that is words and numbers, in tabs. */
export function Inspector(props: InspectorProps) {
  const { shown, revisions, fields, busy, onRestore, onCompare, edits } = props;
  const t = useTranslations("design.tabs");
  const tabs = [
    { id: "shape", label: t("shape"), content: <Shape {...props} /> },
    ...(shown
      ? [
          {
            id: "numbers",
            label: t("numbers"),
            content: <Numbers {...{ shown, busy }} onAim={props.onAim} />,
          },
          ...(shown.measures.garment
            ? [
                {
                  id: "drawing",
                  label: t("drawing"),
                  content: <Drawing edits={edits} pack={shown.measures.garment} />,
                },
              ]
            : []),
          {
            id: "rules",
            label: <RulesLabel text={t("rules")} findings={shown.findings} />,
            content: <Rules {...props} shown={shown} />,
          },
        ]
      : []),
    {
      id: "history",
      label: t("history"),
      content: <HistoryPanel {...{ revisions, fields, busy, onRestore, onCompare }} />,
    },
    { id: "files", label: t("files"), content: <Files {...props} /> },
  ];
  return (
    <aside
      aria-label={edits.design.title}
      className="inspector min-h-0 overflow-y-auto border-line bg-surface px-4 pt-1 pb-10 max-lg:border-t lg:border-l"
    >
      <Tabs label={t("label")} tabs={tabs} />
    </aside>
  );
}

function Shape({ edits, fields, refused }: InspectorProps) {
  const t = useTranslations("design.live");
  return (
    <div className="grid gap-5">
      {refused && (
        <p role="alert" className="rounded-control bg-warn-soft px-3 py-2 text-sm text-warn">
          {t("refused", { reason: refused })}
        </p>
      )}
      <ParameterForm
        fields={fields}
        spec={edits.spec}
        errors={edits.error?.fieldErrors ?? {}}
        onChange={edits.change}
      />
    </div>
  );
}

function Numbers({
  shown,
  busy,
  onAim,
}: { shown: Outcome } & Pick<InspectorProps, "busy" | "onAim">) {
  const t = useTranslations("design.tabs");
  return (
    <div className="grid gap-8">
      <NumbersPanel measures={shown.measures} materials={MATERIAL_NAMES} />
      <section className="grid gap-4">
        <h3 className="text-xs font-medium tracking-wide text-muted uppercase">{t("price")}</h3>
        <PricePanel price={shown.price} />
      </section>
      <AimPanel {...{ busy, onAim }} currency={shown.price.currency} />
    </div>
  );
}

function Rules({
  edits,
  shown,
  pointed,
  busy,
  onPoint,
  onJudge,
}: InspectorProps & { shown: Outcome }) {
  return (
    <div className="grid gap-8">
      <FindingsPanel findings={shown.findings} {...{ pointed, onPoint }} />
      {!shown.measures.garment && (
        <VerdictPanel
          revisionNumber={edits.design.revision.number}
          {...{ busy, pointed, onPoint, onJudge }}
        />
      )}
    </div>
  );
}

function Drawing({ edits, pack }: { edits: Edits; pack: TechPack }) {
  const { id, title, revision } = edits.design;
  return <DrawingPanel {...{ designId: id, title, pack }} revisionNumber={revision.number} />;
}

function Files(props: InspectorProps) {
  const { edits, fields, modelJob, busy, again, onAgain, onStep, onRetry, onRunSizes } = props;
  const t = useTranslations("design.model");
  const job = useJob(modelJob, onStep);
  return (
    <div className="grid gap-5">
      {job && job.status !== "succeeded" && (
        <JobBar
          label={t("making")}
          job={job}
          onRetry={(engine) => onRetry(modelJob?.failedTaskIds ?? [], engine)}
        />
      )}
      <DownloadsPanel files={edits.design.revision.files} onMade={onStep} />
      <LineageDetails lineage={lineageOfRevision(edits.design.revision)} />
      <MakeAgain {...{ busy, again, onAgain }} isMaking={isOpen(job?.status)} />
      {fields.some(({ name }) => name === "innerDiameterMm") && (
        <SizeRunPanel {...{ busy, onStep }} onRun={onRunSizes} />
      )}
    </div>
  );
}

/** The model once more, with a true word about what can differ. */
function MakeAgain({
  busy,
  again,
  onAgain,
  isMaking,
}: Pick<InspectorProps, "busy" | "again" | "onAgain"> & { isMaking: boolean }) {
  const t = useTranslations("design.model");
  return (
    <div className="grid justify-items-start gap-2">
      <Button look="secondary" size="small" disabled={busy || isMaking} onClick={onAgain}>
        <RefreshCw size={15} aria-hidden /> {t("again")}
      </Button>
      <p className="text-xs text-muted">{again}</p>
    </div>
  );
}

function RulesLabel({ text, findings }: { text: string; findings: Finding[] }) {
  const problems = findings.filter((finding) => finding.status !== "pass").length;
  return problems === 0 ? (
    text
  ) : (
    <span className="flex items-center gap-1.5">
      {text}
      <span className="grid size-5 place-items-center rounded-full bg-warn-soft text-xs text-warn">
        {problems}
      </span>
    </span>
  );
}
