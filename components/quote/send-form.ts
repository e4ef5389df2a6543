interface ErrorAnswer {
  error?: { message?: string };
}

/** Sends a form with files to a path of the API; answers what was wrong in the service's words, or null. */
export async function sendForm(path: string, form: FormData, unreachable: string) {
  try {
    const answer = await fetch(path, {
      method: "POST",
      body: form,
      headers: { accept: "application/json", "idempotency-key": crypto.randomUUID() },
    });
    if (answer.ok) return null;
    const said = (await answer.json().catch(() => null)) as ErrorAnswer | null;
    return said?.error?.message ?? unreachable;
  } catch {
    return unreachable;
  }
}
