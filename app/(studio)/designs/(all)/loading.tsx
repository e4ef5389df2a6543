import { getTranslations } from "next-intl/server";
import { Skeleton } from "#components/ui/skeleton.tsx";

/** The gallery's shape while its pieces are read. */
export default async function DesignsLoading() {
  const t = await getTranslations("site");
  return (
    <main id="content" className="mx-auto grid w-full max-w-6xl gap-8 px-4 py-10 sm:px-6">
      <p role="status" className="sr-only">
        {t("loading")}
      </p>
      <Skeleton className="h-9 w-44" />
      <div className="grid grid-cols-2 gap-5 md:grid-cols-3 lg:grid-cols-4">
        {["a", "b", "c", "d", "e", "f", "g", "h"].map((place) => (
          <Skeleton key={place} className="aspect-square" />
        ))}
      </div>
    </main>
  );
}
