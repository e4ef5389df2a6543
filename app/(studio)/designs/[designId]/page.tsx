import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Workbench } from "#components/design/workbench.tsx";
import { ButtonLink } from "#components/ui/button.tsx";
import { getDesign } from "#lib/designs/get-design.ts";
import { orNotFound, signedInContext } from "../../access.ts";
import { designActions } from "../../design-actions.ts";
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
  const [t, data] = await Promise.all([
    getTranslations("studio.design"),
    orNotFound(workbenchData(ctx, designId)),
  ]);
  const { conversationId } = data.design;
  return (
    <main
      id="content"
      className="grid lg:h-[calc(100dvh-var(--header-height))] lg:grid-cols-[1fr_24rem]"
    >
      <Workbench
        {...data}
        actions={designActions}
        aside={
          conversationId && (
            <ButtonLink href={`/studio/${conversationId}`} look="secondary" size="small">
              {t("conversation")}
            </ButtonLink>
          )
        }
      />
    </main>
  );
}
