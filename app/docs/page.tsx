import type { Metadata } from "next";
import Link from "next/link";
import { getTranslations } from "next-intl/server";
import { SiteFooter } from "#components/ui/site-footer.tsx";
import { TEXT_LINK } from "#components/ui/text-link.ts";
import { publicUrl } from "#lib/accounts/mails.ts";
import { registeredRoutes } from "#lib/http/openapi/registry.ts";
import "../api/v1/openapi.json/routes.ts";
import { CodeExample } from "./code-example.tsx";
import { examplesFor } from "./examples.ts";
import { RouteEntry } from "./route-entry.tsx";
import { groupByTag, toAnchor } from "./route-groups.ts";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("docs");
  return { title: t("title"), description: t("description") };
}

const RULES = ["ruleErrors", "ruleIdempotency", "ruleLimits", "ruleLists"] as const;

const code = (text: React.ReactNode) => <code className="text-ink">{text}</code>;

export default async function DocsPage() {
  const t = await getTranslations("docs");
  const groups = groupByTag(registeredRoutes());
  return (
    <>
      <div className="mx-auto grid w-full max-w-6xl gap-10 px-4 py-10 sm:px-6 sm:py-14 lg:grid-cols-[12rem_minmax(0,1fr)]">
        <nav aria-label={t("contents")} className="hidden lg:block">
          <ul className="sticky top-[calc(var(--header-height)+2rem)] space-y-1 text-sm">
            {groups.map(({ tag }) => (
              <li key={tag}>
                <a
                  href={`#${toAnchor(tag)}`}
                  className="block rounded-control px-2 py-1 text-muted hover:bg-hover hover:text-ink"
                >
                  {tag}
                </a>
              </li>
            ))}
          </ul>
        </nav>
        <main id="content" className="min-w-0">
          <h1 className="text-3xl font-semibold">{t("title")}</h1>
          <p className="mt-3 max-w-2xl text-muted">
            {t.rich("lead", {
              code,
              profile: (text) => (
                <Link href="/profile" className={TEXT_LINK}>
                  {text}
                </Link>
              ),
            })}
          </p>
          <p className="mt-3">
            <a href="/api/v1/openapi.json" className={TEXT_LINK}>
              {t("machine")}
            </a>
          </p>
          <h2 className="mt-10 text-lg font-semibold">{t("example")}</h2>
          <p className="mt-2 text-sm text-muted">{t.rich("exampleText", { code })}</p>
          {examplesFor(publicUrl("").replace(/\/$/, "")).map(({ id, title, code: program }) => (
            <CodeExample
              key={id}
              id={id}
              title={t(title)}
              code={program}
              texts={{ copy: t("copy"), copied: t("copied") }}
            />
          ))}
          <h2 className="mt-10 text-lg font-semibold">{t("rules")}</h2>
          <ul className="mt-3 list-disc space-y-2 pl-5 text-sm text-muted">
            {RULES.map((rule) => (
              <li key={rule}>{t.rich(rule, { code })}</li>
            ))}
          </ul>
          {groups.map(({ tag, routes }) => (
            <section key={tag} aria-labelledby={toAnchor(tag)} className="mt-12">
              <h2
                id={toAnchor(tag)}
                className="scroll-mt-[calc(var(--header-height)+1rem)] text-xl font-semibold"
              >
                {tag}
              </h2>
              <ul className="mt-4 divide-y divide-line rounded-card border border-line bg-surface">
                {routes.map((route) => (
                  <RouteEntry key={`${route.openapi.method} ${route.openapi.path}`} route={route} />
                ))}
              </ul>
            </section>
          ))}
        </main>
      </div>
      <SiteFooter />
    </>
  );
}
