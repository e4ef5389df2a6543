import { useLocale, useTranslations } from "next-intl";
import {
  decimal,
  formatBox,
  formatBytes,
  formatCarats,
  formatGrams,
  formatMm,
} from "#components/design/format.ts";
import { Picture } from "#components/design/picture.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { labelIn } from "#lib/kinds/tongues/labels/index.ts";
import type { ProofFileView, ProofView } from "#lib/proofs/proof-view.ts";
import { materialLabel } from "#lib/shared/materials.ts";

/** The locked piece: how it looks, what it measures, what it takes, and its files. */
export function ProofCard({ proof }: { proof: ProofView }) {
  const t = useTranslations("quote.proof");
  const [picture] = proof.pictures;
  return (
    <Card aria-labelledby="proof" className="grid gap-4 self-start">
      {picture ? (
        <Picture
          src={picture.url}
          alt={proof.words ?? proof.title}
          className="aspect-square w-full rounded-control bg-sunken object-contain"
        />
      ) : null}
      <div className="grid gap-1">
        <CardTitle id="proof">{proof.title}</CardTitle>
        <p className="text-sm text-muted">{t("version", { number: proof.revision })}</p>
      </div>
      {proof.words ? <p className="text-sm">{proof.words}</p> : null}
      <ProofFacts proof={proof} />
      <BillOfMaterials proof={proof} />
      {proof.files.length > 0 ? <ProofFiles files={proof.files} /> : null}
      <p className="text-xs text-muted">
        {t("locked")} <code className="break-all text-faint">{proof.sha256.slice(0, 16)}…</code>
      </p>
    </Card>
  );
}

function ProofFacts({ proof: { measures } }: { proof: ProofView }) {
  const t = useTranslations("quote.proof");
  const locale = useLocale();
  if (!measures) return <p className="text-sm text-muted">{t("unmeasured")}</p>;
  const { boxMm, massG, thinnestWallMm } = measures;
  const facts = [
    [t("size"), formatBox(boxMm, false, locale)],
    [t("weight"), formatGrams(massG, locale)],
    ...(thinnestWallMm === null ? [] : [[t("wall"), formatMm(thinnestWallMm, 2, locale)]]),
  ];
  return (
    <dl className="grid grid-cols-[auto_1fr] gap-x-4 gap-y-1 text-sm">
      {facts.map(([label, value]) => (
        <div key={label} className="contents">
          <dt className="text-muted">{label}</dt>
          <dd className="text-right tabular-nums">{value}</dd>
        </div>
      ))}
    </dl>
  );
}

function BillOfMaterials({ proof: { measures } }: { proof: ProofView }) {
  const t = useTranslations("quote.proof");
  const locale = useLocale();
  if (!measures) return null;
  const materials = measures.madeOf.map(({ material, massG }) => ({
    key: material,
    label: labelIn(locale, materialLabel(material) ?? material),
    value: formatGrams(massG, locale),
  }));
  const stones = measures.stones.map(({ stone, cut, sizeMm, count, caratsEach }) => ({
    key: `${stone}-${cut}-${sizeMm.join("x")}`,
    label: `${count} × ${stone}, ${cut} ${sizeMm.map((mm) => decimal(mm, 2, 2, locale)).join(" × ")} mm`,
    value: formatCarats(caratsEach * count, locale),
  }));
  return (
    <div className="grid gap-1.5 text-sm">
      <h3 className="font-medium">{t("bill")}</h3>
      <ul className="grid gap-1">
        {[...materials, ...stones].map(({ key, label, value }) => (
          <li key={key} className="flex justify-between gap-4">
            <span>{label}</span>
            <span className="whitespace-nowrap tabular-nums text-muted">{value}</span>
          </li>
        ))}
      </ul>
    </div>
  );
}

function ProofFiles({ files }: { files: readonly ProofFileView[] }) {
  const t = useTranslations("quote.proof");
  return (
    <div className="grid gap-1.5 text-sm">
      <h3 className="font-medium">{t("files")}</h3>
      <ul className="flex flex-wrap gap-2">
        {files.map(({ filename, format, url, bytes }) => (
          <li key={filename}>
            <a
              href={url}
              download
              title={filename}
              className="inline-flex h-8 items-center gap-1.5 rounded-control border border-line-strong px-2.5 text-xs font-medium hover:bg-hover"
            >
              {format === "pdf" ? t("drawing") : format.toUpperCase()}
              <span className="font-normal text-muted">{formatBytes(bytes)}</span>
            </a>
          </li>
        ))}
      </ul>
    </div>
  );
}
