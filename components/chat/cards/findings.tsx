import { TriangleAlert, X } from "lucide-react";
import type { Finding } from "#lib/kernel/finding.ts";
import { Said } from "./said.tsx";

/** Findings a card shows; the piece's own page has them all. */
const SHOWN = 4;

/** What is wrong or to be minded, in a card. */
export function Findings({ findings }: { findings: readonly Finding[] }) {
  if (findings.length === 0) return null;
  return (
    <ul className="grid gap-1">
      {findings.slice(0, SHOWN).map((finding) => (
        <li key={`${finding.rule}-${finding.process}-${finding.at}`} className="flex gap-2">
          {finding.status === "fail" ? (
            <X size={14} aria-hidden className="mt-1 shrink-0 text-bad" />
          ) : (
            <TriangleAlert size={14} aria-hidden className="mt-1 shrink-0 text-warn" />
          )}
          <span>
            <Said text={finding.message} />
          </span>
        </li>
      ))}
    </ul>
  );
}
