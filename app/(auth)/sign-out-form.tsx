import { useTranslations } from "next-intl";
import { signOutAction } from "./actions.ts";

export function SignOutForm() {
  const t = useTranslations("site.nav");
  return (
    <form action={signOutAction}>
      <button
        type="submit"
        className="block w-full rounded-control px-3 py-2 text-left text-sm hover:bg-hover"
      >
        {t("signOut")}
      </button>
    </form>
  );
}
