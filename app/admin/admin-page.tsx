import type { Metadata } from "next";
import Link from "next/link";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { SiteFooter } from "#components/ui/site-footer.tsx";
import type { Ctx } from "#lib/context.ts";
import { signedInContext } from "../(studio)/access.ts";

/** The context of an admin; nobody else learns that the page is there. */
export async function adminContext(path: string): Promise<Ctx> {
  const ctx = await signedInContext(path);
  if (ctx.actor.type !== "user" || ctx.actor.role !== "admin") notFound();
  return ctx;
}

export async function adminMetadata(area: "admin" | "jobs"): Promise<Metadata> {
  const t = await getTranslations(`moderation.${area}`);
  return { title: t("title"), robots: { index: false } };
}

interface AdminPageProps {
  area: "admin" | "jobs";
  children: ReactNode;
}

/** A page of the administration, with the way to the others. */
export async function AdminPage({ area, children }: AdminPageProps) {
  const t = await getTranslations("moderation");
  return (
    <>
      <main id="content" className="mx-auto grid w-full max-w-3xl gap-6 px-4 py-10 sm:py-14">
        <nav aria-label={t("nav.label")} className="flex gap-1 text-sm">
          <AdminLink href="/admin/moderation" isHere={area === "admin"}>
            {t("nav.moderation")}
          </AdminLink>
          <AdminLink href="/admin/jobs" isHere={area === "jobs"}>
            {t("nav.jobs")}
          </AdminLink>
        </nav>
        <div className="grid gap-2">
          <h1 className="text-3xl font-semibold">{t(`${area}.title`)}</h1>
          <p className="text-muted">{t(`${area}.lead`)}</p>
        </div>
        {children}
      </main>
      <SiteFooter />
    </>
  );
}

interface AdminLinkProps {
  href: string;
  isHere: boolean;
  children: ReactNode;
}

function AdminLink({ href, isHere, children }: AdminLinkProps) {
  return (
    <Link
      href={href}
      aria-current={isHere ? "page" : undefined}
      className="rounded-control px-2.5 py-1.5 text-muted hover:bg-hover aria-[current=page]:bg-accent-soft aria-[current=page]:text-accent"
    >
      {children}
    </Link>
  );
}
