import type { z } from "zod";
import type { ApiScope } from "../../accounts/scope.ts";

export type Method = "get" | "post" | "put" | "patch" | "delete";
export type RouteAuth = "public" | "user" | { scope: ApiScope };
export type BodyForm = z.ZodType | "multipart" | "raw";
export type ResponseForm = z.ZodType | "binary" | "sse";

/** What a route says of itself in the API document. */
export interface OpenApiInfo {
  method: Method;
  /** With parameters in braces, e.g. `/api/v1/designs/{id}`. */
  path: string;
  /** Further paths that answer the same. */
  aliases?: string[];
  summary: string;
  description?: string;
  tags: string[];
  responses: Record<number, ResponseForm>;
  /** Of a multipart or raw body: what it holds. */
  requestBody?: { contentType?: string; schema?: z.ZodType; description?: string };
}

export interface DocumentedRoute {
  auth: RouteAuth;
  params?: z.ZodType | undefined;
  query?: z.ZodType | undefined;
  body?: BodyForm | undefined;
  idempotent: boolean;
  openapi: OpenApiInfo;
}

const kept = globalThis as unknown as { maquetteRoutes?: Map<string, DocumentedRoute> };

function routes(): Map<string, DocumentedRoute> {
  kept.maquetteRoutes ??= new Map();
  return kept.maquetteRoutes;
}

/** Called by defineRoute, when the route's module loads. */
export function registerRoute(route: DocumentedRoute): void {
  for (const path of [route.openapi.path, ...(route.openapi.aliases ?? [])]) {
    routes().set(`${route.openapi.method} ${path}`, {
      ...route,
      openapi: { ...route.openapi, path },
    });
  }
}

/** Every route loaded so far, by path and method. */
export function registeredRoutes(): DocumentedRoute[] {
  return [...routes().entries()].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, route]) => route);
}
