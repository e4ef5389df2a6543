import type { ReactNode } from "react";
import { SiteFooter } from "#components/ui/site-footer.tsx";

/** One narrow column for everything about getting in. */
export default function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <>
      <main id="content" className="mx-auto w-full max-w-md px-4 py-12 sm:py-20">
        {children}
      </main>
      <SiteFooter />
    </>
  );
}
