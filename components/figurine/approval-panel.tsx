"use client";

import { useFormatter, useTranslations } from "next-intl";
import { Button, ButtonLink } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import type { FigurineView } from "#lib/figurines/get-figurine.ts";

interface ApprovalPanelProps {
  figurine: FigurineView;
  retentionHours: number;
  onApprove: () => void;
}

/** Files, the approval, and where it goes from there. */
export function ApprovalPanel({ figurine, retentionHours, onApprove }: ApprovalPanelProps) {
  const t = useTranslations("figurine.board");
  const { status, approval, designId } = figurine;
  return (
    <Card className="grid gap-4 text-sm">
      <CardTitle>{t("files")}</CardTitle>
      <Files files={figurine.files} />
      {designId && (
        <ButtonLink href={`/designs/${designId}`} look="secondary">
          {t("turn")}
        </ButtonLink>
      )}
      {approval ? (
        <Approved approval={approval} />
      ) : (
        <>
          <p className="text-muted">{t("approveText", { hours: retentionHours })}</p>
          <Button onClick={onApprove} disabled={status !== "ready"}>
            {t("approve")}
          </Button>
        </>
      )}
      {approval && designId && (
        <ButtonLink href={`/quotes/new?design=${designId}`}>{t("quote")}</ButtonLink>
      )}
    </Card>
  );
}

function Files({ files }: Pick<FigurineView, "files">) {
  const t = useTranslations("figurine.board");
  const format = useFormatter();
  const models = files.filter((file) => file.format !== "manifest");
  if (models.length === 0) return <p className="text-muted">{t("noFiles")}</p>;
  return (
    <ul className="grid gap-1">
      {models.map(({ format: kind, url, filename, bytes }) => (
        <li key={kind}>
          <a href={url} download={filename} className="text-accent hover:underline">
            {t("download", {
              format: kind.toUpperCase(),
              size: `${format.number((bytes ?? 0) / 1024 / 1024, { maximumFractionDigits: 1 })} MB`,
            })}
          </a>
        </li>
      ))}
    </ul>
  );
}

function Approved({ approval }: { approval: NonNullable<FigurineView["approval"]> }) {
  const t = useTranslations("figurine.board");
  const format = useFormatter();
  const date = format.dateTime(new Date(approval.approvedAt), {
    dateStyle: "medium",
    timeStyle: "short",
  });
  return (
    <div className="grid gap-1">
      <p>{t("approvedOn", { date })}</p>
      <code className="break-all text-xs text-muted">{approval.hash}</code>
      {!approval.isIntact && <p className="text-bad">{t("changed")}</p>}
    </div>
  );
}
