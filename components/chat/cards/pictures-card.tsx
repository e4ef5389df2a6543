"use client";

import { Check, Paintbrush } from "lucide-react";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Picture } from "#components/design/picture.tsx";
import { SkeletonItems } from "#components/ui/skeleton.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import { toast } from "#components/ui/toast.tsx";
import { useRepaint } from "../repaint.tsx";
import { CARD_BUTTON } from "./card.tsx";
import { type MadePicture, useMadePictures } from "./use-made-pictures.ts";

/** What a tool that has pictures made answers, as far as its card shows it. */
export interface PicturesResult {
  designId: string;
  jobId: string;
  count: number;
  /** They are concepts of the design and not its own pictures. */
  areConcepts: boolean;
  /** They are drawn of numbers, so that a part can be made anew. */
  haveNumbers: boolean;
}

interface PicturesCardProps {
  result: PicturesResult;
  /** What is said while they are made. */
  title: string;
}

/** Pictures as they come, each with what can be done with it. */
export function PicturesCard({ result, title }: PicturesCardProps) {
  const t = useTranslations("chat.tools");
  const { designId, jobId, count, areConcepts } = result;
  const { pictures, pending, problem } = useMadePictures(jobId, count);
  return (
    <>
      <span className="font-medium">
        {pending > 0 ? title : t("pictures.made", { count: pictures.length })}
      </span>
      {pictures.length + pending > 0 && (
        <ul className={`grid gap-2 ${pictures.length + pending > 1 ? "grid-cols-2" : ""}`}>
          {pictures.map((picture, at) => (
            <Made key={picture.imageId} picture={picture} number={at + 1} result={result} />
          ))}
          <SkeletonItems count={pending} className="aspect-square rounded-control" />
        </ul>
      )}
      {problem && <p className="text-warn">{problem}</p>}
      {areConcepts && (
        <Link href={`/designs/${designId}/concepts`} className={TEXT_LINK}>
          {t("conceptsAll")}
        </Link>
      )}
    </>
  );
}

interface MadeProps {
  picture: MadePicture;
  number: number;
  result: PicturesResult;
}

function Made({ picture, number, result }: MadeProps) {
  const t = useTranslations("chat.tools.pictures");
  const repaint = useRepaint();
  const name = t("name", { number });
  const { imageId, conceptId } = picture;
  const url = `/api/v1/images/${imageId}`;
  return (
    <li className="grid min-w-0 content-start gap-1">
      <a href={url} target="_blank" rel="noopener" aria-label={t("open", { number })}>
        <Picture
          src={url}
          alt={name}
          loading="lazy"
          className="w-full rounded-control border border-line bg-sunken"
        />
      </a>
      {result.haveNumbers && (
        <span className="-mx-1 flex flex-wrap gap-x-1">
          {conceptId && <Use conceptId={conceptId} number={number} />}
          {repaint && (
            <button
              type="button"
              aria-label={t("repaintOne", { number })}
              onClick={() => repaint({ imageId, url, name })}
              className={CARD_BUTTON}
            >
              <Paintbrush size={14} aria-hidden /> {t("repaint")}
            </button>
          )}
        </span>
      )}
    </li>
  );
}

/** Makes the numbers of a concept those of the design. */
function Use({ conceptId, number }: { conceptId: string; number: number }) {
  const t = useTranslations("chat.tools.pictures");
  const router = useRouter();
  const [state, setState] = useState<"open" | "busy" | "used">("open");
  const use = async () => {
    setState("busy");
    const answer = await fetch(`/api/v1/concepts/${conceptId}/adopt`, { method: "POST" }).catch(
      () => null,
    );
    setState(answer?.ok ? "used" : "open");
    if (answer?.ok) return router.refresh();
    const told = await answer?.json().catch(() => null);
    toast(told?.error?.message ?? t("notUsed"), "bad");
  };
  return (
    <button
      type="button"
      aria-label={t("useOne", { number })}
      disabled={state !== "open"}
      onClick={use}
      className={CARD_BUTTON}
    >
      <Check size={14} aria-hidden /> {t(state === "used" ? "used" : "use")}
    </button>
  );
}
