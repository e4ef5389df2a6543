import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "./button.tsx";
import { Mark } from "./mark.tsx";
import { ThemeToggle } from "./theme-toggle.tsx";

export interface HeaderPerson {
  name: string;
  email: string;
}

export interface SiteHeaderProps {
  /** Who is signed in; null shows the ways in. */
  person: HeaderPerson | null;
  /** True where mails wait on the outbox page. */
  hasOutbox: boolean;
  /** The form that signs out. */
  signOut: ReactNode;
  /** Where notices are; nothing for a guest. */
  bell: ReactNode;
  /** True for who answers for an atelier. */
  hasDesk: boolean;
}

const NAV_LINK = "rounded-control px-2.5 py-1.5 text-sm text-muted hover:bg-hover hover:text-ink";

export function SiteHeader(props: SiteHeaderProps) {
  const { person, bell } = props;
  const t = useTranslations("site");
  return (
    <header className="sticky top-0 z-40 h-(--header-height) border-b border-line bg-ground/90 backdrop-blur">
      <div className="flex h-full items-center gap-2 px-4 sm:px-6">
        <Link href="/" className="flex items-center gap-2 rounded-control pr-2 font-semibold">
          <Mark className="size-7" />
          <span>{t("name")}</span>
        </Link>
        <nav aria-label={t("nav.label")} className="flex flex-1 items-center gap-0.5">
          <Link href="/studio" className={NAV_LINK}>
            {t("nav.studio")}
          </Link>
          {person ? (
            <>
              <Link href="/designs" className={NAV_LINK}>
                {t("nav.designs")}
              </Link>
              <Link href="/shop" className={NAV_LINK}>
                {t("nav.shop")}
              </Link>
              <Link href="/batches" className={`${NAV_LINK} hidden sm:block`}>
                {t("nav.batches")}
              </Link>
            </>
          ) : null}
          <Link href="/ateliers" className={`${NAV_LINK} hidden sm:block`}>
            {t("nav.ateliers")}
          </Link>
          <Link href="/docs" className={`${NAV_LINK} hidden sm:block`}>
            {t("nav.docs")}
          </Link>
        </nav>
        <ThemeToggle toDark={t("theme.toDark")} toLight={t("theme.toLight")} />
        {bell}
        {person ? <AccountMenu {...props} person={person} /> : <WaysIn />}
      </div>
    </header>
  );
}

function WaysIn() {
  const t = useTranslations("site.nav");
  return (
    <>
      <ButtonLink href="/signin" look="quiet" size="small">
        {t("signIn")}
      </ButtonLink>
      <span className="hidden sm:contents">
        <ButtonLink href="/signup" size="small">
          {t("signUp")}
        </ButtonLink>
      </span>
    </>
  );
}

const MENU_LINK = "block w-full rounded-control px-3 py-2 text-left text-sm hover:bg-hover";

type AccountMenuProps = SiteHeaderProps & { person: HeaderPerson };

function AccountMenu({ person, hasOutbox, hasDesk, signOut }: AccountMenuProps) {
  const t = useTranslations("site.nav");
  return (
    <details name="header-menu" className="group relative">
      <summary
        aria-label={`${t("account")}: ${person.name}`}
        className="grid size-9 list-none place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent [&::-webkit-details-marker]:hidden"
      >
        <span aria-hidden>{person.name.slice(0, 1).toUpperCase()}</span>
      </summary>
      <div className="absolute right-0 mt-2 w-60 rounded-card border border-line bg-surface p-1.5 shadow-float">
        <p className="truncate px-3 py-2 text-sm">
          <span className="block truncate font-medium">{person.name}</span>
          <span className="block truncate text-muted">{person.email}</span>
        </p>
        <Link href="/profile" className={MENU_LINK}>
          {t("profile")}
        </Link>
        <Link href="/quotes" className={MENU_LINK}>
          {t("quotes")}
        </Link>
        <Link href="/orders" className={MENU_LINK}>
          {t("orders")}
        </Link>
        {hasDesk ? (
          <Link href="/desk" className={MENU_LINK}>
            {t("desk")}
          </Link>
        ) : null}
        <Link href="/batches" className={`${MENU_LINK} sm:hidden`}>
          {t("batches")}
        </Link>
        {hasOutbox ? (
          <Link href="/outbox" className={MENU_LINK}>
            {t("outbox")}
          </Link>
        ) : null}
        <Link href="/ateliers" className={`${MENU_LINK} sm:hidden`}>
          {t("ateliers")}
        </Link>
        <Link href="/docs" className={`${MENU_LINK} sm:hidden`}>
          {t("docs")}
        </Link>
        {signOut}
      </div>
    </details>
  );
}
