interface Answer {
  import_id?: string;
  error?: { message?: string };
}

/** Sends a feed and tells how much of it is on its way, 0 to 1. Answers the import, or why it was not taken. */
export function sendFeed(
  form: FormData,
  tell: (share: number) => void,
): Promise<{ importId: string } | { problem: string }> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest();
    request.open("POST", "/api/v1/catalog/imports");
    request.setRequestHeader("accept", "application/json");
    request.setRequestHeader("idempotency-key", crypto.randomUUID());
    request.responseType = "json";
    request.upload.onprogress = ({ loaded, total }) => tell(total > 0 ? loaded / total : 0);
    const refuse = (message?: string) =>
      resolve({ problem: message ?? "The service could not be reached. Try again." });
    request.onerror = () => refuse();
    request.onload = () => {
      const answer = request.response as Answer | null;
      if (request.status === 202 && answer?.import_id) resolve({ importId: answer.import_id });
      else refuse(answer?.error?.message);
    };
    request.send(form);
  });
}
