import { createHash, createHmac } from "node:crypto";

/** JSON with its keys in order: what is signed must not depend on who wrote it. */
export function canonicalJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  if (typeof value !== "object" || value === null) return JSON.stringify(value) ?? "null";
  const fields = Object.entries(value)
    .filter(([, item]) => item !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, item]) => `${JSON.stringify(key)}:${canonicalJson(item)}`);
  return `{${fields.join(",")}}`;
}

const bareKey = (key: string): string => key.replace(/^signkey-\w+-/, "");

/** The signature header of a call, as the server makes it. */
export function signatureOf(key: string, body: string, seconds = Math.floor(Date.now() / 1000)) {
  const mac = createHmac("sha256", bareKey(key)).update(body).update(String(seconds));
  return `t=${seconds}&s=${mac.digest("hex")}`;
}

/** What an app shows of its key when it registers: its hash, with the key's prefix. */
export function hashedKey(key: string): string {
  const prefix = key.match(/^signkey-\w+-/)?.[0] ?? "";
  return (
    prefix +
    createHash("sha256")
      .update(Buffer.from(bareKey(key), "hex"))
      .digest("hex")
  );
}
