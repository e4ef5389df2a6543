import type { Metadata } from "next";
import { getFormatter, getLocale, getTranslations } from "next-intl/server";
import { formatBox, formatGrams } from "#components/design/format.ts";
import { heroFirst } from "#components/design/hero-first.ts";
import { Picture } from "#components/design/picture.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { SiteFooter } from "#components/ui/site-footer.tsx";
import { type SharedPiece, viewShare } from "#lib/collections/view-share.ts";
import { sessionContext } from "#lib/http/context.ts";
import { isAppError } from "#lib/shared/errors.ts";

interface SharedPageProps {
  params: Promise<{ token: string }>;
}

/** Who has the link may look; search engines may not. */
export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("collection");
  return { title: t("shared"), robots: { index: false }, referrer: "no-referrer" };
}

/** A collection as those see it who were sent the link. */
export default async function SharedPage({ params }: SharedPageProps) {
  const { token } = await params;
  const [t, format, shared] = await Promise.all([
    getTranslations("collection"),
    getFormatter(),
    sharedBy(token),
  ]);
  if (!shared) {
    return (
      <main id="content">
        <EmptyState heading="h1" title={t("ended")} text={t("endedText")}>
          <ButtonLink href="/">{t("home")}</ButtonLink>
        </EmptyState>
      </main>
    );
  }
  const { title, description, expiresAt, pieces } = shared;
  return (
    <>
      <main id="content" className="mx-auto grid w-full max-w-5xl gap-8 px-4 py-10 sm:px-6">
        <div className="grid gap-1">
          <p className="text-sm text-muted">{t("shared")}</p>
          <h1 className="text-3xl font-semibold break-words">{title}</h1>
          {description ? <p className="max-w-prose text-muted">{description}</p> : null}
          <p className="text-sm text-muted">
            {t("sharedUntil", { date: format.dateTime(expiresAt, { dateStyle: "long" }) })}
          </p>
        </div>
        {pieces.length === 0 ? (
          <p>{t("sharedEmpty")}</p>
        ) : (
          <ul className="grid gap-8 sm:grid-cols-2">
            {pieces.map((piece, place) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: pieces are shown without their ids
              <li key={place}>
                <Piece piece={piece} />
              </li>
            ))}
          </ul>
        )}
      </main>
      <SiteFooter />
    </>
  );
}

/** What the link shows; null where it shows nothing, for whatever reason. */
async function sharedBy(token: string) {
  try {
    return await viewShare(await sessionContext(), token);
  } catch (error) {
    if (isAppError(error) && error.code === "not_found") return null;
    throw error;
  }
}

async function Piece({ piece }: { piece: SharedPiece }) {
  const [t, locale] = await Promise.all([getTranslations("collection"), getLocale()]);
  const { title, pictures, boxMm, massG } = piece;
  const picture = heroFirst(pictures)[0];
  return (
    <figure className="grid gap-3">
      <span className="grid aspect-square place-items-center overflow-hidden rounded-card border border-line bg-sunken">
        {picture ? (
          <Picture
            src={picture.url}
            alt={title}
            width={picture.width}
            height={picture.height}
            loading="lazy"
            className="size-full object-cover"
          />
        ) : (
          <Mark className="size-12 text-faint" />
        )}
      </span>
      <figcaption className="grid gap-1 text-sm">
        <span className="font-medium">{title}</span>
        <span className="text-muted tabular-nums">
          {boxMm ? `${t("size")} ${formatBox(boxMm, false, locale)}` : null}
          {boxMm && massG !== null ? " · " : null}
          {massG === null ? null : `${t("mass")} ${formatGrams(massG, locale)}`}
        </span>
      </figcaption>
    </figure>
  );
}
