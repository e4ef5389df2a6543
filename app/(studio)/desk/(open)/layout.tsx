import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { ButtonLink } from "#components/ui/button.tsx";
import { EmptyState } from "#components/ui/empty-state.tsx";
import { requireOwnAtelier } from "#lib/ateliers/own-atelier.ts";
import { isAppError } from "#lib/shared/errors.ts";
import { signedInContext } from "../../access.ts";

/** Pages of an atelier that is open; rates can be written before, while it waits for approval. */
export default async function OpenDeskLayout({ children }: { children: ReactNode }) {
  const ctx = await signedInContext("/desk");
  const t = await getTranslations("desk");
  const refusal = await requireOwnAtelier(ctx).then(
    () => null,
    (error: unknown) => error,
  );
  if (refusal === null) return children;
  if (!isAppError(refusal)) throw refusal;
  return (
    <EmptyState title={t("waiting")} text={refusal.userMessage}>
      <ButtonLink href="/ateliers/join">{t("profile")}</ButtonLink>
    </EmptyState>
  );
}
