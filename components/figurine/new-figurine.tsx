"use client";

import dynamic from "next/dynamic";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { type ReactNode, useState } from "react";
import { Notice } from "#components/ui/badge.tsx";
import { Button } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { Skeleton } from "#components/ui/skeleton.tsx";
import type { ExtraFields } from "#lib/figurines/extra-fields.ts";
import type { FigurineChanges } from "#lib/figurines/options.ts";
import { ConsentFields, NO_CONSENT } from "./consent-fields.tsx";
import { PhotoChoice } from "./photo-choice.tsx";
import type { PhotoPlace } from "./photo-crop.tsx";
import { PhotoPanel } from "./photo-panel.tsx";
import { RefusedFigurine, sendCrop, sendFigurine } from "./send-figurine.ts";
import { useWish, type Wish } from "./wish/use-wish.ts";
import { BodyFields, CartoonFields, HeadFields } from "./wish/wish-fields.tsx";

const LivePreview = dynamic(() => import("./preview/live-preview.tsx"), {
  ssr: false,
  loading: () => (
    <Skeleton className="aspect-[4/5] max-h-[60svh] w-full rounded-card lg:max-h-[max(16rem,calc(100svh-28rem))]" />
  ),
});

const MOST_PHOTOS = 3;
/** One column on a phone, where the preview follows the photo; else what is chosen, and beside it what comes of it. */
const COLUMN = "contents lg:grid lg:content-start lg:gap-6";

interface NewFigurineProps {
  megabytes: number;
  /** What is chosen to begin with. */
  standard: Wish;
  extra: ExtraFields;
  /** Whose models can draw the cartoon; null where only this machine can. */
  provider: string | null;
}

/** A new figurine: photos with their crop, style, head, body and consent, and the figurine as it would be. */
export function NewFigurine({ megabytes, standard, extra, provider }: NewFigurineProps) {
  const t = useTranslations("figurine.new");
  const state = useWish(standard);
  const photos = usePhotos();
  const [consent, setConsent] = useState(NO_CONSENT);
  const sending = useSending();
  const changes = { ...state.wish, ...photos.changes };
  return (
    <div className="flex flex-col gap-6 lg:grid lg:grid-cols-[minmax(0,1fr)_22rem] xl:grid-cols-[minmax(0,1fr)_25rem]">
      <div className={COLUMN}>
        <div className="order-1 grid gap-6">
          <PhotoChoice
            hasPhotos={photos.files.length > 0}
            megabytes={megabytes}
            onTake={(files) => {
              photos.take(files);
              sending.forget();
            }}
          />
          {photos.files.length > 0 && <PhotoPanel photos={photos.files} {...photos} />}
        </div>
        <div className="order-3 grid gap-6">
          <Section title={t("styleTitle")}>
            <CartoonFields state={state} provider={provider} />
          </Section>
          <Section title={t("headTitle")}>
            <HeadFields state={state} extra={extra} />
          </Section>
          <Section title={t("bodyTitle")}>
            <BodyFields state={state} extra={extra} />
          </Section>
        </div>
      </div>
      <div
        className={`${COLUMN} lg:sticky lg:top-20 lg:max-h-[calc(100svh-6rem)] lg:self-start lg:overflow-y-auto`}
      >
        <div className="order-2">
          <LivePreview wish={state.wish} place={photos.places[photos.face] ?? null} />
        </div>
        <div className="order-4 grid gap-6">
          <ConsentFields consent={consent} onChange={setConsent} />
          {sending.problem && <Notice tone="bad">{sending.problem}</Notice>}
          <Button
            size="large"
            disabled={photos.files.length === 0 || sending.isSending}
            onClick={() => sending.send({ photos: photos.files, consent, changes })}
          >
            {sending.isSending ? t("sending") : sending.keptId ? t("again") : t("send")}
          </Button>
        </div>
      </div>
    </div>
  );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
  return (
    <Card className="grid gap-4">
      <CardTitle>{title}</CardTitle>
      {children}
    </Card>
  );
}

/** The photos that were chosen, where their faces are, and which the face is of. */
function usePhotos() {
  const [files, setFiles] = useState<File[]>([]);
  const [shown, setShown] = useState(0);
  const [face, setFace] = useState(0);
  const [places, setPlaces] = useState<Record<number, PhotoPlace>>({});
  const others = files.flatMap((_, photo) => {
    const { crop, eyes, mouth } = places[photo]?.changes ?? {};
    return photo !== face && eyes && mouth ? [{ photo, ...(crop && { crop }), eyes, mouth }] : [];
  });
  const changes: FigurineChanges = { ...places[face]?.changes, photo: face, others };
  return {
    ...{ files, shown, face, places, changes },
    take: (chosen: FileList | null) => {
      setFiles([...(chosen ?? [])].slice(0, MOST_PHOTOS));
      setShown(0);
      setFace(0);
      setPlaces({});
    },
    onShow: setShown,
    onFace: setFace,
    onPlace: (index: number, place: PhotoPlace) => setPlaces((now) => ({ ...now, [index]: place })),
  };
}

/** Sending, and what was said no to: photos that were kept are not sent again. */
function useSending() {
  const t = useTranslations("figurine.new");
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [keptId, setKeptId] = useState<string | null>(null);
  const [isSending, setSending] = useState(false);
  const send = async (order: Parameters<typeof sendFigurine>[0]) => {
    setSending(true);
    setProblem(null);
    try {
      const id = keptId ? await sendCrop(keptId, order.changes) : await sendFigurine(order);
      router.push(`/figurines/${id}`);
    } catch (error) {
      const isRefused = error instanceof RefusedFigurine;
      setProblem(isRefused ? error.message : t("unreachable"));
      if (isRefused && error.figurineId) setKeptId(error.figurineId);
      setSending(false);
    }
  };
  const forget = () => {
    setKeptId(null);
    setProblem(null);
  };
  return { problem, keptId, isSending, send, forget };
}
