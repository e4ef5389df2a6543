"use client";

import { Undo2 } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { useState } from "react";
import { Covers } from "#components/collection/covers.tsx";
import { toast } from "#components/ui/toast.tsx";
import type { SavedToCollection } from "#lib/conversations/tools/save-to-collection.ts";
import { CARD_BUTTON } from "./card.tsx";

const NOT_FOUND = 404;

/** The collection a piece was saved to: its pictures, the way to it, and the way back. */
export function SavedCard({ result }: { result: SavedToCollection }) {
  const t = useTranslations("chat.tools.saved");
  const { collectionId, collection, count, coverImageIds = [] } = result;
  return (
    <>
      <Link
        href={`/collections/${collectionId}`}
        className="-m-1 flex items-center gap-3 rounded-control p-1 hover:bg-hover"
      >
        <Covers imageIds={coverImageIds} className="size-14 shrink-0 rounded-control" />
        <span className="grid min-w-0 flex-1">
          <span className="truncate font-medium">{collection}</span>
          <span className="text-muted">{t("count", { count })}</span>
        </span>
      </Link>
      {/* What was in it before is not taken out by going back. */}
      {result.isNew && <TakeOut result={result} />}
      {result.isNew === false && <span className="text-muted">{t("before")}</span>}
    </>
  );
}

function TakeOut({ result }: { result: SavedToCollection }) {
  const t = useTranslations("chat.tools");
  const [state, setState] = useState<"in" | "busy" | "out">("in");
  const takeOut = async () => {
    setState("busy");
    const address = `/api/v1/collections/${result.collectionId}/designs/${result.designId}`;
    const answer = await fetch(address, { method: "DELETE" }).catch(() => null);
    // Not found: it was taken out before, or the collection is gone.
    const isOut = answer !== null && (answer.ok || answer.status === NOT_FOUND);
    setState(isOut ? "out" : "in");
    if (!isOut) toast(t("saved.failed"), "bad");
  };
  return (
    <span className="-mx-2 flex justify-end">
      <button type="button" disabled={state !== "in"} onClick={takeOut} className={CARD_BUTTON}>
        <Undo2 size={14} aria-hidden /> {t(state === "out" ? "saved.out" : "undo")}
      </button>
    </span>
  );
}
