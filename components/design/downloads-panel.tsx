"use client";

import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import type { DesignFile } from "#lib/designs/types.ts";
import { formatBytes } from "./format.ts";

const PURPOSES: DesignFile["purpose"][] = ["print", "cast", "view", "document"];

interface DownloadsPanelProps {
  files: DesignFile[];
  /** Whether files are still being made. */
  making: boolean;
}

/** Files by what they are for, with format and size. */
export function DownloadsPanel({ files, making }: DownloadsPanelProps) {
  const t = useTranslations("design.downloads");
  if (files.length === 0) {
    return (
      <p role="status" className="text-sm text-muted">
        {making ? t("making") : t("none")}
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
                  <FileLink key={file.url} file={file} />
                ))}
              </ul>
            </section>
          )
        );
      })}
    </div>
  );
}

function FileLink({ file }: { file: DesignFile }) {
  const t = useTranslations("design.downloads");
  const format = file.format.toUpperCase();
  return (
    <li>
      <a
        href={file.url}
        download={file.filename}
        aria-label={t("download", { format, size: formatBytes(file.bytes) })}
        className="flex items-center gap-3 rounded-lg border border-line p-3 text-sm hover:bg-hover"
      >
        <Download size={16} aria-hidden className="text-muted" />
        <span className="flex-1 truncate">{file.filename}</span>
        <span className="text-xs text-muted tabular-nums">
          {format} · {formatBytes(file.bytes)}
        </span>
      </a>
    </li>
  );
}
