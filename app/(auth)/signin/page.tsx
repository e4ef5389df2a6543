import type { Metadata } from "next";
import Link from "next/link";
import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import { hasDemoAccounts } from "#lib/accounts/demo-file.ts";
import { sessionContext } from "#lib/http/context.ts";
import { AuthCard } from "../auth-card.tsx";
import { toNextPage } from "../next-page.ts";
import { SignInForm } from "./form.tsx";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("account.signIn");
  return { title: t("title"), description: t("description") };
}

interface Props {
  searchParams: Promise<{ next?: string; callbackUrl?: string }>;
}

export default async function SignInPage({ searchParams }: Props) {
  const { next, callbackUrl } = await searchParams;
  const target = toNextPage(next ?? callbackUrl);
  const { actor } = await sessionContext();
  if (actor.type !== "guest") redirect(target);
  const t = await getTranslations("account.signIn");
  const fields = await getTranslations("account.fields");
  const texts = { email: fields("email"), password: fields("password"), submit: t("submit") };
  const signUp = `/signup?next=${encodeURIComponent(target)}`;
  return (
    <AuthCard
      title={t("title")}
      lead={t("lead")}
      foot={
        <>
          <p>
            {t("noAccount")}{" "}
            <Link href={signUp} className={TEXT_LINK}>
              {t("toSignUp")}
            </Link>
          </p>
          {hasDemoAccounts() ? (
            <p>{t.rich("demo", { code: (text) => <code className="text-ink">{text}</code> })}</p>
          ) : null}
        </>
      }
    >
      <SignInForm next={target} texts={texts} />
      <p className="mt-5 text-center text-sm">
        <Link href="/reset" className={TEXT_LINK}>
          {t("forgot")}
        </Link>
      </p>
    </AuthCard>
  );
}
