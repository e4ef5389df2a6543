import { Menu } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ButtonLink } from "./button.tsx";
import { Mark } from "./mark.tsx";
import { FURTHER_PLACES, MAIN_PLACES, OWN_PLACES, type Place, placesFor } from "./places.ts";
import { ThemeToggle } from "./theme-toggle.tsx";

export interface HeaderPerson {
  name: string;
  email: string;
  role: "user" | "atelier" | "admin";
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
}

const NAV_LINK =
  "whitespace-nowrap rounded-control px-2.5 py-1.5 text-sm text-muted hover:bg-hover hover:text-ink";
const MENU_LINK = "block w-full rounded-control px-3 py-2 text-left text-sm hover:bg-hover";
const MENU =
  "absolute right-0 mt-2 w-60 rounded-card border border-line bg-surface p-1.5 shadow-float";

/** The top of every page: the places in a row, on a narrow screen in a menu; what is one's own under the name. */
export function SiteHeader(props: SiteHeaderProps) {
  const { person, bell } = props;
  const t = useTranslations("site");
  const main = placesFor(MAIN_PLACES, person?.role ?? null);
  return (
    <header className="sticky top-0 z-40 h-(--header-height) border-b border-line bg-ground/90 backdrop-blur">
      <div className="flex h-full items-center gap-2 px-4 sm:px-6">
        <Link href="/" className="flex items-center gap-2 rounded-control pr-2 font-semibold">
          <Mark className="size-7" />
          <span className="max-[24rem]:sr-only">{t("name")}</span>
        </Link>
        <nav aria-label={t("nav.label")} className="flex flex-1 items-center gap-0.5 max-md:hidden">
          <Links places={main} className={NAV_LINK} />
        </nav>
        <span className="flex-1 md:hidden" />
        <ThemeToggle toDark={t("theme.toDark")} toLight={t("theme.toLight")} />
        {bell}
        {person ? <AccountMenu {...props} person={person} /> : <WaysIn />}
        <details name="header-menu" className="relative md:hidden">
          <summary
            aria-label={t("nav.menu")}
            className="grid size-9 list-none place-items-center rounded-control hover:bg-hover [&::-webkit-details-marker]:hidden"
          >
            <Menu aria-hidden className="size-5" />
          </summary>
          <nav aria-label={t("nav.label")} className={MENU}>
            <Links places={main} className={MENU_LINK} />
          </nav>
        </details>
      </div>
    </header>
  );
}

function Links({ places, className }: { places: readonly Place[]; className: string }) {
  const t = useTranslations("site.nav");
  return places.map(({ href, key }) => (
    <Link key={href} href={href} className={className}>
      {t(key)}
    </Link>
  ));
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

type AccountMenuProps = SiteHeaderProps & { person: HeaderPerson };

function AccountMenu({ person, hasOutbox, signOut }: AccountMenuProps) {
  const t = useTranslations("site.nav");
  const { name, email, role } = person;
  return (
    <details name="header-menu" className="group relative">
      <summary
        aria-label={`${t("account")}: ${name}`}
        className="grid size-9 list-none place-items-center rounded-full bg-accent-soft text-sm font-semibold text-accent [&::-webkit-details-marker]:hidden"
      >
        <span aria-hidden>{name.slice(0, 1).toUpperCase()}</span>
      </summary>
      <div className={MENU}>
        <p className="truncate px-3 py-2 text-sm">
          <span className="block truncate font-medium">{name}</span>
          <span className="block truncate text-muted">{email}</span>
        </p>
        <Links places={placesFor(OWN_PLACES, role)} className={MENU_LINK} />
        <hr className="mx-3 my-1.5 border-line" />
        <Links places={placesFor(FURTHER_PLACES, role)} className={MENU_LINK} />
        {hasOutbox ? (
          <Link href="/outbox" className={MENU_LINK}>
            {t("outbox")}
          </Link>
        ) : null}
        {signOut}
      </div>
    </details>
  );
}
