import { z } from "zod";
import { toSnakeKey } from "../case.ts";
import type { DocumentedRoute, ResponseForm } from "./registry.ts";

type Json = Record<string, unknown>;

const ERROR_SCHEMA: Json = {
  type: "object",
  required: ["error"],
  properties: {
    error: {
      type: "object",
      required: ["code", "message", "details", "timestamp", "request_id"],
      properties: {
        code: { type: "string" },
        message: { type: "string", description: "Plain words, fit to be shown." },
        details: { type: "object", description: "Facts for programs: field, value, limits …" },
        timestamp: { type: "string", format: "date-time" },
        request_id: { type: "string" },
      },
    },
  },
};

/** JSON Schema with the spelling of the wire: property names in snake_case. */
function toSchema(schema: z.ZodType, io: "input" | "output"): Json {
  const json = z.toJSONSchema(schema, { io, unrepresentable: "any", target: "draft-2020-12" });
  const { $schema: _, ...rest } = json as Json;
  return toWireSpelling(rest) as Json;
}

function toWireSpelling(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(toWireSpelling);
  if (typeof value !== "object" || value === null) return value;
  const out: Json = {};
  for (const [key, item] of Object.entries(value)) {
    if (key === "properties" && typeof item === "object" && item !== null) {
      out[key] = Object.fromEntries(
        Object.entries(item).map(([name, one]) => [toSnakeKey(name), toWireSpelling(one)]),
      );
    } else if (key === "required" && Array.isArray(item)) {
      out[key] = item.map((name) => toSnakeKey(String(name)));
    } else out[key] = toWireSpelling(item);
  }
  return out;
}

function parametersOf(route: DocumentedRoute): Json[] {
  const inPath = [...route.openapi.path.matchAll(/\{([^}]+)\}/g)].map(([, name]) => ({
    name,
    in: "path",
    required: true,
    schema: { type: "string" },
  }));
  const parameters: Json[] = [...inPath, ...queryOf(route)];
  if (route.idempotent) parameters.push({ $ref: "#/components/parameters/IdempotencyKey" });
  return parameters;
}

function queryOf(route: DocumentedRoute): Json[] {
  if (!route.query) return [];
  const schema = toSchema(route.query, "input");
  const required = new Set((schema.required as string[] | undefined) ?? []);
  return Object.entries((schema.properties as Json | undefined) ?? {}).map(([name, one]) => {
    const { description, ...rest } = one as Json;
    const about = description ? { description } : {};
    return { name, in: "query", required: required.has(name), ...about, schema: rest };
  });
}

function requestBodyOf(route: DocumentedRoute): Json | undefined {
  const { body, openapi } = route;
  const given = openapi.requestBody;
  if (body === undefined && !given) return undefined;
  const isJson = body !== undefined && body !== "multipart" && body !== "raw";
  const fallback = body === "multipart" ? "multipart/form-data" : "application/json";
  const schema = isJson
    ? toSchema(body, "input")
    : given?.schema && toSchema(given.schema, "input");
  const about = given?.description ? { description: given.description } : {};
  return {
    required: true,
    ...about,
    content: { [given?.contentType ?? fallback]: { schema: schema ?? { type: "object" } } },
  };
}

function responseOf(form: ResponseForm): Json {
  if (form === "sse") {
    return { description: "Server-sent events", content: { "text/event-stream": {} } };
  }
  if (form === "binary") {
    return { description: "The file itself", content: { "application/octet-stream": {} } };
  }
  return {
    description: "JSON",
    content: { "application/json": { schema: toSchema(form, "output") } },
  };
}

function operationOf(route: DocumentedRoute): Json {
  const { summary, description, tags, responses } = route.openapi;
  const requestBody = requestBodyOf(route);
  return {
    summary,
    ...(description ? { description } : {}),
    tags,
    operationId: operationId(route),
    security: route.auth === "public" ? [] : [{ apiKey: [] }, { session: [] }],
    ...(typeof route.auth === "object" ? { "x-scope": route.auth.scope } : {}),
    parameters: parametersOf(route),
    ...(requestBody ? { requestBody } : {}),
    responses: {
      ...Object.fromEntries(
        Object.entries(responses).map(([status, form]) => [status, responseOf(form)]),
      ),
      default: { $ref: "#/components/responses/Error" },
    },
  };
}

function operationId({ openapi: { method, path } }: DocumentedRoute): string {
  const words = path.replace(/^\/api\/v1\//, "").match(/[a-z0-9]+/gi) ?? ["root"];
  return [method, ...words].join("_").toLowerCase();
}

/** The OpenAPI 3.1 document of the routes. */
export function openApiDocument(routes: DocumentedRoute[], version: string): Json {
  const paths: Record<string, Json> = {};
  for (const route of routes) {
    const { path, method } = route.openapi;
    paths[path] = { ...paths[path], [method]: operationOf(route) };
  }
  return {
    openapi: "3.1.0",
    info: {
      title: "Maquette",
      version,
      description: "From an idea to an object: designs, pictures, models and files.",
    },
    servers: [{ url: "/" }],
    paths,
    components: {
      securitySchemes: {
        apiKey: { type: "http", scheme: "bearer", bearerFormat: "mq_…" },
        session: { type: "apiKey", in: "cookie", name: "next-auth.session-token" },
      },
      parameters: {
        IdempotencyKey: {
          name: "Idempotency-Key",
          in: "header",
          required: false,
          description: "Repeating the request with the same key gives the same answer for 24 h.",
          schema: { type: "string", minLength: 1, maxLength: 200 },
        },
      },
      responses: {
        Error: {
          description: "What went wrong",
          content: { "application/json": { schema: ERROR_SCHEMA } },
        },
      },
    },
  };
}
