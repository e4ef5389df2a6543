import { getTranslations } from "next-intl/server";
import { Skeleton } from "#components/ui/skeleton.tsx";

export default async function LoadingProfile() {
  const t = await getTranslations("site");
  return (
    <main
      id="content"
      aria-busy
      aria-label={t("loading")}
      className="mx-auto flex w-full max-w-2xl flex-col gap-6 px-4 py-10 sm:py-14"
    >
      <Skeleton className="h-9 w-40" />
      <Skeleton className="h-72" />
      <Skeleton className="h-64" />
    </main>
  );
}
