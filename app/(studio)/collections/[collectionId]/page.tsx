import type { Metadata } from "next";
import Link from "next/link";
import { NextIntlClientProvider } from "next-intl";
import { getFormatter, getMessages, getTranslations } from "next-intl/server";
import { CollectionForm } from "#components/collection/collection-form.tsx";
import { DeleteCollection } from "#components/collection/delete-collection.tsx";
import { ShareForm } from "#components/collection/share-form.tsx";
import { DesignCard } from "#components/design/design-card.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { Card, CardTitle } from "#components/ui/card.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { Mark } from "#components/ui/mark.tsx";
import { PressForm } from "#components/ui/press-form.tsx";
import { type FullCollection, getCollection } from "#lib/collections/get-collection.ts";
import { orNotFound, signedInContext } from "../../access.ts";
import { readerMoney } from "../../reader-money.ts";
import {
  deleteCollectionAction,
  editCollectionAction,
  endShareAction,
  shareCollectionAction,
  takeOutDesignAction,
} from "../actions.ts";

interface CollectionPageProps {
  params: Promise<{ collectionId: string }>;
}

export async function generateMetadata({ params }: CollectionPageProps): Promise<Metadata> {
  const { collectionId } = await params;
  const ctx = await signedInContext(`/collections/${collectionId}`);
  return { title: (await orNotFound(getCollection(ctx, collectionId))).title };
}

/** One collection: its pieces, who may see it, and what it is called. */
export default async function CollectionPage({ params }: CollectionPageProps) {
  const { collectionId } = await params;
  const ctx = await signedInContext(`/collections/${collectionId}`);
  const [t, { collection: texts }, collection] = await Promise.all([
    getTranslations("collection"),
    getMessages(),
    orNotFound(getCollection(ctx, collectionId)),
  ]);
  const { title, description } = collection;
  return (
    <main id="content" className="mx-auto grid w-full max-w-6xl gap-8 px-4 py-10 sm:px-6">
      <NextIntlClientProvider messages={{ collection: texts }}>
        <div className="grid gap-1">
          <Link
            href="/collections"
            className="justify-self-start text-sm text-muted hover:text-ink"
          >
            {t("back")}
          </Link>
          <h1 className="text-2xl font-semibold break-words">{title}</h1>
          {description ? <p className="max-w-prose text-muted">{description}</p> : null}
        </div>
        <Pieces collection={collection} />
        <div className="grid items-start gap-6 lg:grid-cols-2">
          <Sharing collection={collection} />
          <Card aria-labelledby="edit">
            <div className="flex items-center justify-between gap-4">
              <CardTitle id="edit">{t("edit")}</CardTitle>
              <DeleteCollection collectionId={collectionId} action={deleteCollectionAction} />
            </div>
            <div className="mt-4">
              <CollectionForm
                action={editCollectionAction}
                hidden={{ collectionId }}
                title={title}
                description={description}
                submit={t("editSave")}
              />
            </div>
          </Card>
        </div>
      </NextIntlClientProvider>
    </main>
  );
}

async function Pieces({ collection: { id, designs } }: { collection: FullCollection }) {
  const [t, reader] = await Promise.all([getTranslations("collection"), readerMoney()]);
  if (designs.length === 0) {
    return (
      <EmptyState
        title={t("noPieces")}
        text={t("noPiecesText")}
        picture={<Mark className="size-14" />}
      >
        <ButtonLink href="/designs">{t("toDesigns")}</ButtonLink>
      </EmptyState>
    );
  }
  return (
    <ul className="grid grid-cols-2 gap-5 md:grid-cols-3 lg:grid-cols-4">
      {designs.map((design) => (
        <li key={design.id} className="grid content-start gap-2">
          <DesignCard design={design} reader={reader} />
          <PressForm
            action={takeOutDesignAction}
            hidden={{ collectionId: id, designId: design.id }}
            text={t("takeOutShort")}
            label={t("takeOut", { title: design.title })}
            look="quiet"
          />
        </li>
      ))}
    </ul>
  );
}

async function Sharing({ collection: { id, links } }: { collection: FullCollection }) {
  const [t, format] = await Promise.all([getTranslations("collection"), getFormatter()]);
  const day = (date: Date) => format.dateTime(date, { dateStyle: "medium" });
  return (
    <Card aria-labelledby="share">
      <CardTitle id="share">{t("share")}</CardTitle>
      <p className="mt-1 mb-4 text-sm text-muted">{t("shareText")}</p>
      <ShareForm action={shareCollectionAction} collectionId={id} />
      {links.length === 0 ? (
        <p className="mt-4 text-sm text-muted">{t("noLinks")}</p>
      ) : (
        <ul className="mt-4 grid divide-y divide-line text-sm">
          {links.map((link) => (
            <li key={link.id} className="flex items-center justify-between gap-4 py-2">
              <span className="grid">
                <span>{t("until", { date: day(link.expiresAt) })}</span>
                <span className="text-muted">
                  {link.openedAt ? t("opened", { date: day(link.openedAt) }) : t("unopened")}
                </span>
              </span>
              <PressForm
                action={endShareAction}
                hidden={{ collectionId: id, linkId: link.id }}
                text={t("end")}
                label={t("endNamed", { date: day(link.expiresAt) })}
              />
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}
