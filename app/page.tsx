import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Ending } from "#components/front/ending.tsx";
import { Facts } from "#components/front/facts.tsx";
import { Gallery } from "#components/front/gallery.tsx";
import { Hero } from "#components/front/hero.tsx";
import { Jobs } from "#components/front/jobs.tsx";
import { Steps } from "#components/front/steps.tsx";
import { SiteFooter } from "#components/ui/site-footer.tsx";
import { ringSchema } from "#lib/kinds/ring/schema.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("front");
  return {
    title: { absolute: t("title") },
    description: t("description"),
    alternates: { canonical: "/" },
    openGraph: {
      title: t("title"),
      description: t("description"),
      images: [{ url: "/pictures/share.jpg", width: 1200, height: 630, alt: t("hero.ring") }],
    },
  };
}

/** The ring of the headline, as the field's own example describes it. */
const RING = ringSchema.parse({
  style: "solitaire",
  innerDiameterMm: 17.32,
  alloy: "gold-18k-rose",
  stone: "sapphire",
  cut: "oval",
  stoneLengthMm: 7,
  stoneWidthMm: 5,
  shoulders: "pave",
});

export default function FrontPage() {
  return (
    <>
      <main id="content">
        <Hero spec={RING} />
        <Gallery />
        <Facts />
        <Steps />
        <Jobs />
        <Ending />
      </main>
      <SiteFooter />
    </>
  );
}
