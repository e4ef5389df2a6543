import { randomUUID } from "node:crypto";

/** An answer that says no, in the words the service chose for people. */
export class Refused extends Error {
  /**
   * @param {number} status
   * @param {{ code?: string, message?: string, details?: Record<string, unknown> }} error
   */
  constructor(status, error) {
    super(error.message ?? `The service answered ${status}.`);
    this.status = status;
    this.code = error.code ?? "internal";
    this.details = error.details ?? {};
  }
}

/**
 * @typedef {object} Rest
 * @property {<T = any>(path: string) => Promise<T>} get
 * @property {<T = any>(path: string, body: object, key?: string) => Promise<T>} post `key` makes a repeated call one call.
 * @property {<T = any>(path: string, body: object) => Promise<T>} patch
 * @property {(url: string) => Promise<Uint8Array>} download
 */

/**
 * A client of the REST API.
 * @param {string} url Address of the instance.
 * @param {string} apiKey
 * @returns {Rest}
 */
export function restClient(url, apiKey) {
  const authorization = `Bearer ${apiKey}`;
  const json = { authorization, "content-type": "application/json", accept: "application/json" };
  const send = async (/** @type {string} */ path, /** @type {RequestInit} */ init) => {
    const answer = await fetch(new URL(path, url), init);
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused(answer.status, body.error ?? {});
    return body;
  };
  return {
    get: (path) => send(path, { headers: { authorization, accept: "application/json" } }),
    post: (path, body, key = randomUUID()) =>
      send(path, {
        method: "POST",
        headers: { ...json, "idempotency-key": key },
        body: JSON.stringify(body),
      }),
    patch: (path, body) =>
      send(path, { method: "PATCH", headers: json, body: JSON.stringify(body) }),
    async download(link) {
      const answer = await fetch(new URL(link, url), { headers: { authorization } });
      if (!answer.ok) throw new Refused(answer.status, {});
      return new Uint8Array(await answer.arrayBuffer());
    },
  };
}
