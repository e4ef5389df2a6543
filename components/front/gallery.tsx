import Link from "next/link";
import { useTranslations } from "next-intl";
import { PIECES } from "./pieces.ts";

const NAMES = Object.keys(PIECES) as (keyof typeof PIECES)[];

/** Pieces made here, each with the sentence it came of; the sentence starts one like it. */
export function Gallery() {
  const t = useTranslations("front.gallery");
  return (
    <section className="mx-auto grid w-full max-w-7xl gap-10 px-4 py-20 sm:px-6">
      <div className="grid max-w-2xl gap-3">
        <h2 className="text-3xl font-semibold tracking-tight sm:text-4xl">{t("title")}</h2>
        <p className="text-muted">{t("text")}</p>
      </div>
      <ul className="grid grid-cols-2 gap-x-4 gap-y-8 sm:gap-x-6 lg:grid-cols-4">
        {NAMES.map((piece) => (
          <li key={piece}>
            <Link
              href={`/start?say=${encodeURIComponent(t(`pieces.${piece}`))}`}
              prefetch={false}
              className="group grid gap-3 rounded-card"
            >
              <span className="overflow-hidden rounded-card border border-line bg-sunken">
                {/* biome-ignore lint/performance/noImgElement: drawn in the size it is shown in */}
                <img
                  src={`/pictures/${piece}.webp`}
                  alt=""
                  width={720}
                  height={720}
                  loading="lazy"
                  decoding="async"
                  className="aspect-square w-full object-cover transition-transform duration-700 group-hover:scale-[1.04]"
                />
              </span>
              <span className="text-sm leading-snug text-muted group-hover:text-ink">
                “{t(`pieces.${piece}`)}”
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
