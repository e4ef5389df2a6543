const PATH = "/api/v1/webhooks/fal";
/** Names and addresses that nobody outside reaches. */
const PRIVATE =
  /^(localhost|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|169\.254\.|0\.|\[)|\.(local|localhost|test|internal|lan|home)$/;

/** Where fal can call us back, or null where the installation's address is not public: then fal is asked instead. */
export function callbackUrl(publicUrl: string | undefined): string | null {
  if (!publicUrl || !URL.canParse(publicUrl)) return null;
  const { protocol, hostname } = new URL(publicUrl);
  const isPublic = protocol === "https:" && hostname.includes(".") && !PRIVATE.test(hostname);
  return isPublic ? new URL(PATH, publicUrl).href : null;
}
