import Link from "next/link";
import { useLocale, useTranslations } from "next-intl";
import { formatMoneyShort } from "#components/design/format.ts";
import { Picture } from "#components/design/picture.tsx";
import type { MakerOnCard } from "../tool-outcome.ts";

interface MakersCardProps {
  designId: string;
  matchCount: number;
  matches: readonly MakerOnCard[];
}

/** Ateliers that can make the piece, best first, with the way to all of them. */
export function MakersCard({ designId, matchCount, matches }: MakersCardProps) {
  const t = useTranslations("chat.tools");
  return (
    <div className="grid gap-2 rounded-control border border-line bg-surface p-3 text-sm">
      <p className="font-medium">{t("makers", { count: matchCount })}</p>
      <ul className="grid gap-1">
        {matches.map((maker) => (
          <Maker key={maker.atelierId} maker={maker} />
        ))}
      </ul>
      <Link
        href={`/designs/${designId}/make`}
        className="justify-self-start font-medium text-accent hover:underline"
      >
        {t("makersAll")}
      </Link>
    </div>
  );
}

function Maker({ maker }: { maker: MakerOnCard }) {
  const t = useTranslations("chat.tools");
  const locale = useLocale();
  const { atelierId, name, place, pictureUrl, score, currency, lowMinor, highMinor } = maker;
  const [low, high] = [lowMinor, highMinor].map((minor) =>
    formatMoneyShort(minor, currency, locale),
  );
  return (
    <li>
      <Link
        href={`/ateliers/${atelierId}`}
        className="flex items-center gap-3 rounded-control p-1.5 hover:bg-hover"
      >
        {pictureUrl ? (
          <Picture src={pictureUrl} alt="" className="size-10 rounded-control object-cover" />
        ) : null}
        <span className="grid min-w-0 flex-1">
          <span className="truncate font-medium">{name}</span>
          <span className="truncate text-muted">{place}</span>
        </span>
        <span className="text-right tabular-nums">
          <span className="block font-medium">
            {low === high ? low : t("makersRange", { low: low!, high: high! })}
          </span>
          <span className="block text-xs text-muted">{Math.round(score * 100)} / 100</span>
        </span>
      </Link>
    </li>
  );
}
