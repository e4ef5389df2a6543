import type { Metadata } from "next";
import { getLocale, getMessages, getTranslations } from "next-intl/server";
import { LazyWorkbench } from "#components/design/lazy-workbench.tsx";
import { PieceOutline } from "#components/design/piece-outline.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { getDesign } from "#lib/designs/get-design.ts";
import { orNotFound, signedInContext } from "../../access.ts";
import { designActions } from "../../design-actions.ts";
import { readerMoney } from "../../reader-money.ts";
import { workbenchData } from "../../workbench-data.ts";

interface DesignPageProps {
  params: Promise<{ designId: string }>;
}

export async function generateMetadata({ params }: DesignPageProps): Promise<Metadata> {
  const { designId } = await params;
  const ctx = await signedInContext(`/designs/${designId}`);
  const { title, revision } = await orNotFound(getDesign(ctx, { designId }));
  return { title, description: revision.words ?? title };
}

/** One piece alone, with everything about it. */
export default async function DesignPage({ params }: DesignPageProps) {
  const { designId } = await params;
  const ctx = await signedInContext(`/designs/${designId}`);
  const [t, locale, { viewer, design }, data, reader] = await Promise.all([
    getTranslations("studio.design"),
    getLocale(),
    getMessages(),
    orNotFound(workbenchData(ctx, designId)),
    readerMoney(),
  ]);
  const { conversationId } = data.design;
  return (
    <main
      id="content"
      className="grid lg:h-[calc(100dvh-var(--header-height))] lg:grid-cols-[minmax(0,1fr)_26rem]"
    >
      <LazyWorkbench
        {...data}
        locale={locale}
        messages={{ viewer, design }}
        actions={designActions}
        aside={
          <>
            <ButtonLink href={`/shop?design=${designId}`} look="secondary" size="small">
              {t("similar")}
            </ButtonLink>
            <ButtonLink href={`/designs/${designId}/concepts`} look="secondary" size="small">
              {t("concepts")}
            </ButtonLink>
            <ButtonLink href={`/collections/save?design=${designId}`} look="secondary" size="small">
              {t("save")}
            </ButtonLink>
            {conversationId && (
              <ButtonLink href={`/studio/${conversationId}`} look="secondary" size="small">
                {t("conversation")}
              </ButtonLink>
            )}
            <ButtonLink href={`/designs/${designId}/make`} size="small">
              {t("make")}
            </ButtonLink>
          </>
        }
      >
        <PieceOutline design={data.design} reader={reader} />
      </LazyWorkbench>
    </main>
  );
}
