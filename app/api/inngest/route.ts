import { serve } from "inngest/next";
import { inngest } from "#inngest/client.ts";
import { functions } from "#inngest/functions/index.ts";
import { usesInngestServer } from "#lib/adapters/events/index.ts";

/** The executor of this machine calls the functions in process: from outside there is nothing here. */
const closed = async () => new Response(null, { status: 404 });
const open = serve({ client: inngest, functions });

/** Calls of the Inngest server; the SDK refuses those without its signature. */
export const { GET, POST, PUT } = usesInngestServer()
  ? open
  : { GET: closed, POST: closed, PUT: closed };
