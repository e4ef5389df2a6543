import { getTranslations } from "next-intl/server";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** The start's shape while what was begun before is read. */
export default async function StudioLoading() {
  const t = await getTranslations("site");
  return (
    <main id="content" className="mx-auto grid w-full max-w-5xl gap-6 px-4 py-12 sm:px-6 sm:py-20">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-11 w-96 max-w-full" />
      <Skeleton className="h-20" />
      <Skeleton className="mt-10 h-40" />
    </main>
  );
}
