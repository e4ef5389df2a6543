"use client";

import { Download, LoaderCircle } from "lucide-react";
import { useTranslations } from "next-intl";
import type { MouseEvent } from "react";
import { Progress } from "#components/ui/progress.tsx";
import type { DesignFile } from "#lib/designs/types.ts";
import { formatBytes } from "./format.ts";
import { useMadeFile } from "./use-made-file.ts";

const PURPOSES: DesignFile["purpose"][] = ["print", "cast", "view", "document"];

interface DownloadsPanelProps {
  files: DesignFile[];
  /** Called when a file was made that was not there before. */
  onMade: () => void;
}

/** Files by what they are for, with format and size; one that was never asked for is made by its link. */
export function DownloadsPanel({ files, onMade }: DownloadsPanelProps) {
  const t = useTranslations("design.downloads");
  if (files.length === 0) {
    return (
      <p role="status" className="text-sm text-muted">
        {t("none")}
      </p>
    );
  }
  return (
    <div className="grid gap-6">
      {PURPOSES.map((purpose) => {
        const members = files.filter((file) => file.purpose === purpose);
        return (
          members.length > 0 && (
            <section key={purpose} className="grid gap-2">
              <h3 className="text-sm font-medium">{t(`purpose.${purpose}`)}</h3>
              <p className="text-xs text-muted">{t(`about.${purpose}`)}</p>
              <ul className="grid gap-2">
                {members.map((file) => (
                  <FileLink key={file.filename} file={file} onMade={onMade} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}

function FileLink({ file, onMade }: { file: DesignFile; onMade: () => void }) {
  const t = useTranslations("design.downloads");
  const { state, save } = useMadeFile(onMade);
  const format = file.format.toUpperCase();
  const { bytes } = file;
  const size = bytes === null ? t("notYet") : formatBytes(bytes);
  const making = state === "making";
  const onClick = (event: MouseEvent) => {
    if (bytes !== null) return;
    event.preventDefault();
    if (!making) void save(file.url, file.filename);
  };
  return (
    <li className="grid gap-1">
      <a
        href={file.url}
        download={file.filename}
        onClick={onClick}
        aria-busy={making}
        aria-label={t("download", { format, size })}
        className="flex items-center gap-3 rounded-lg border border-line p-3 text-sm hover:bg-hover"
      >
        <Mark making={making} />
        <span className="flex-1 truncate">{file.filename}</span>
        <span className="text-xs text-muted tabular-nums">
          {making ? t("makingOne") : `${format} · ${size}`}
        </span>
      </a>
      {making && <Progress label={t("makingFile", { format })} />}
      {typeof state === "object" && (
        <p role="alert" className="text-xs text-bad">
          {state.problem ?? t("failed")}
        </p>
      )}
    </li>
  );
}

function Mark({ making }: { making: boolean }) {
  const Icon = making ? LoaderCircle : Download;
  return (
    <Icon
      size={16}
      aria-hidden
      className={making ? "animate-spin text-accent motion-reduce:animate-none" : "text-muted"}
    />
  );
}
