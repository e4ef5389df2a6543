import type { AppError } from "../shared/errors.ts";

/** Carries what went wrong with a form that was sent without scripts to the page it came from. */
export const NOTICE_COOKIE = "maquette-notice";

const SHOWN_SECONDS = 30;
const LONGEST_NOTICE = 300;

/** True for a browser that sent a form by itself and shows what comes back as a page. */
export function wantsPage(request: Request): boolean {
  return request.headers.get("accept")?.includes("text/html") === true;
}

/** Leads a browser on after a form. */
export function seeOther(path: string, failure?: AppError): Response {
  const headers = new Headers({ location: path, "cache-control": "no-store" });
  if (failure) {
    const text = encodeURIComponent(failure.userMessage.slice(0, LONGEST_NOTICE).toWellFormed());
    headers.set(
      "set-cookie",
      `${NOTICE_COOKIE}=${text}; Path=${path}; Max-Age=${SHOWN_SECONDS}; HttpOnly; SameSite=Lax`,
    );
  }
  return new Response(null, { status: 303, headers });
}

/** The notice of a cookie's value; null where there is none or it is not ours. */
export function readNotice(value: string | undefined): string | null {
  if (!value) return null;
  try {
    return decodeURIComponent(value);
  } catch {
    return value;
  }
}
