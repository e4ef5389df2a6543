import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { materialSwatch } from "#components/design/material-swatch.ts";
import { getAlloy } from "#lib/shared/alloys.ts";
import { DescribeForm } from "./describe-form.tsx";
import { LazyLiveRing } from "./lazy-live-ring.tsx";
import type { MetalChoice } from "./live-ring.tsx";
import { HEADLINE_PICTURE, PICTURE_PX } from "./pieces.ts";

const METALS = ["gold-18k-rose", "gold-18k-yellow", "gold-18k-white-pd", "platinum-950"];

interface HeroProps {
  /** The full spec of the ring that is shown. */
  spec: Record<string, unknown>;
}

/** The claim, the field to begin with, and a ring that proves it. */
export async function Hero({ spec }: HeroProps) {
  const [t, locale, messages] = await Promise.all([
    getTranslations("front.hero"),
    getLocale(),
    getMessages(),
  ]);
  return (
    <section className="mx-auto grid w-full max-w-7xl items-center gap-10 px-4 pt-10 pb-16 sm:px-6 lg:grid-cols-[1.02fr_1fr] lg:gap-14 lg:pt-16 lg:pb-24">
      <div className="grid gap-7">
        <h1 className="text-[clamp(2.75rem,7vw,5.25rem)] leading-[0.98] font-semibold tracking-[-0.04em]">
          {t.rich("title", { line: (text) => <span className="block">{text}</span> })}
        </h1>
        <p className="max-w-xl text-lg leading-relaxed text-muted">{t("text")}</p>
        <DescribeForm />
      </div>
      <LazyLiveRing
        kind="ring"
        spec={spec}
        title={t("ring")}
        metals={METALS.map(toChoice)}
        locale={locale}
        messages={{ viewer: messages.viewer, front: { live: messages.front.live } }}
      >
        {/* biome-ignore lint/performance/noImgElement: drawn in the size it is shown in */}
        <img
          src={HEADLINE_PICTURE}
          alt={t("ring")}
          width={PICTURE_PX}
          height={PICTURE_PX}
          fetchPriority="high"
          className="size-full mask-[radial-gradient(closest-side,black_62%,transparent)] object-cover"
        />
      </LazyLiveRing>
    </section>
  );
}

function toChoice(id: string): MetalChoice {
  return { id, label: getAlloy(id).label, swatch: materialSwatch(id) ?? "none" };
}
