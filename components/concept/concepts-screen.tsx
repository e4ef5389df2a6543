"use client";

import dynamic from "next/dynamic";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { JobBar } from "#components/design/job-bar.tsx";
import { isOpen } from "#components/job/is-open.ts";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { KeepFresh } from "#components/ui/keep-fresh.tsx";
import type { ConceptJob } from "#lib/concepts/find-concept-job.ts";
import type { ConceptView } from "#lib/concepts/types.ts";
import type { ConceptActions, Wish } from "./concept-actions.ts";
import { ConceptDetail } from "./concept-detail.tsx";
import { Gallery } from "./gallery.tsx";
import { wishOf } from "./settings.ts";
import { SettingsForm } from "./settings-form.tsx";
import type { ShownPicture } from "./shown-picture.ts";
import { Stage } from "./stage.tsx";
import { useConcepts } from "./use-concepts.ts";
import { useSettings } from "./use-settings.ts";
import { WaysPanel } from "./ways-panel.tsx";

/** Only who draws loads the board. */
const DrawingDialog = dynamic(() =>
  import("./drawing-dialog.tsx").then((module) => module.DrawingDialog),
);

export interface ConceptsScreenProps {
  designId: string;
  /** The design's own newest picture; null while it is drawn. */
  base: ShownPicture | null;
  /** Newest first. */
  concepts: readonly ConceptView[];
  job: ConceptJob | null;
  currency: string;
  hasProvider: boolean;
  actions: ConceptActions;
}

type Board = { type: "mask"; picture: ShownPicture } | { type: "sketch" };

/** Concept pictures of a design: made, kept, compared, repainted, read, and made the design. */
export function ConceptsScreen(props: ConceptsScreenProps) {
  const { base, concepts, currency, hasProvider } = props;
  const t = useTranslations("concept");
  const control = useConcepts(props.designId, props.actions, props.job);
  const [settings, change] = useSettings(props.designId);
  const [selectedId, setSelectedId] = useState<string | null>(null);
  const [other, setOther] = useState<ShownPicture | null>(null);
  const [board, setBoard] = useState<Board | null>(null);
  const nameOf = (concept: ConceptView) => {
    const number = concepts.length - concepts.indexOf(concept);
    return t("name", { way: t(`wayNames.${concept.way}`), number });
  };
  const shownOf = (concept: ConceptView): ShownPicture => ({
    ...concept.image,
    ...{ id: concept.id, imageId: concept.image.id, name: nameOf(concept) },
  });
  const concept =
    concepts.find(({ id }) => id === selectedId) ?? (selectedId === null ? concepts[0] : undefined);
  const picture = concept ? shownOf(concept) : base;
  const pictureOf = (id: string) => {
    const found = concepts.find((one) => one.id === id);
    return found ? shownOf(found) : base;
  };
  /** A picture without numbers is no start; then it is the design. */
  const start = concept && concept.spec === null ? base : picture;
  const ask = async (way: NonNullable<Wish["way"]>, pictures: Partial<Wish> = {}) => {
    const from = FROM_PICTURE.has(way) && start ? { imageId: start.imageId } : {};
    if (await control.ask({ ...wishOf(settings, way), ...from, ...pictures })) setSelectedId(null);
  };
  const isMaking = isOpen(control.job?.status);
  return (
    <div className="grid items-start gap-6 lg:grid-cols-[19rem_minmax(0,1fr)] xl:grid-cols-[19rem_minmax(0,1fr)_21rem]">
      <aside
        aria-label={t("settings.title")}
        className="order-2 grid gap-6 rounded-card border border-line bg-surface p-5 shadow-card lg:order-1"
      >
        <p className="text-sm text-muted">
          {start ? t("startsFrom", { name: start.name }) : t("startsFromDesign")}
        </p>
        <SettingsForm
          {...{ settings, hasProvider }}
          busy={control.busy}
          onChange={change}
          onEnhance={async () => {
            const enhancedPrompt = await control.enhance(settings.prompt, settings.negativePrompt);
            if (enhancedPrompt) change({ enhancedPrompt });
          }}
        />
        <WaysPanel
          settings={settings}
          busy={control.busy}
          onChange={change}
          onAsk={ask}
          onSketch={() => setBoard({ type: "sketch" })}
        />
      </aside>
      <div className="order-1 grid gap-6 lg:order-2">
        {control.job && control.job.status !== "succeeded" && (
          <JobBar
            label={t("making")}
            job={control.job}
            onRetry={control.retry}
            hereText={t("drawHereText")}
          />
        )}
        {control.job?.status === "succeeded" && control.job.message && (
          <p role="alert" className="text-sm text-bad">
            {control.job.message}
          </p>
        )}
        {picture ? (
          <Stage picture={picture} other={other} onEnd={() => setOther(null)} />
        ) : (
          <>
            <KeepFresh />
            <EmptyState title={t("empty")} text={t("emptyText")} />
          </>
        )}
        <Gallery
          {...{ base, concepts, nameOf }}
          pending={isMaking ? 1 : 0}
          selectedId={picture?.id ?? null}
          comparedId={other?.id ?? null}
          onSelect={setSelectedId}
          onCompare={(id) => setOther((now) => (now?.id === id ? null : pictureOf(id)))}
          onFavour={control.favour}
        />
      </div>
      <aside className="order-3 lg:col-span-2 xl:col-span-1">
        {concept ? (
          <ConceptDetail
            {...{ concept, currency }}
            name={nameOf(concept)}
            busy={control.busy || isMaking}
            onAdopt={() => control.adopt(concept.id)}
            onAgain={() => control.again(concept.id)}
            onRepaint={() => setBoard({ type: "mask", picture: shownOf(concept) })}
            onTwin={() => ask("twin", { imageId: concept.image.id })}
            onOriginal={originalOf(concept, t("original"), setOther)}
          />
        ) : (
          <BasePanel base={base} onRepaint={(from) => setBoard({ type: "mask", picture: from })} />
        )}
      </aside>
      {board && (
        <DrawingDialog
          picture={board.type === "mask" ? board.picture : null}
          onClose={() => setBoard(null)}
          onDone={({ id: imageId }, words) => {
            setBoard(null);
            const said = words ? { prompt: words, enhance: false } : { prompt: undefined };
            const drawn =
              board.type === "mask"
                ? { maskId: imageId, imageId: board.picture.imageId }
                : { sketchId: imageId };
            void ask(board.type === "mask" ? "repaint" : "sketch", { ...said, ...drawn });
          }}
        />
      )}
    </div>
  );
}

/** Ways that change the picture that is looked at. */
const FROM_PICTURE = new Set<Wish["way"]>(["picture", "variation", "style", "transfer"]);

/** Lays the picture a concept was made from beside it, where there is one. */
function originalOf(
  { wish, image }: ConceptView,
  name: string,
  show: (picture: ShownPicture) => void,
): (() => void) | undefined {
  const { imageId } = wish;
  if (!imageId) return undefined;
  const { width, height } = image;
  const url = `/api/v1/images/${encodeURIComponent(imageId)}`;
  return () => show({ id: imageId, imageId, url, width, height, name });
}

function BasePanel({
  base,
  onRepaint,
}: {
  base: ShownPicture | null;
  onRepaint: (base: ShownPicture) => void;
}) {
  const t = useTranslations("concept.base");
  return (
    <section aria-label={t("title")} className="grid gap-3 text-sm">
      <h2 className="text-lg font-semibold">{t("title")}</h2>
      <p className="text-muted">{t("text")}</p>
      {base && (
        <button
          type="button"
          onClick={() => onRepaint(base)}
          className="w-fit rounded-control border border-line-strong px-3 py-2 hover:bg-hover"
        >
          {t("repaint")}
        </button>
      )}
    </section>
  );
}
