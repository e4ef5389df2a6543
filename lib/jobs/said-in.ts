import { sentenceIn } from "../kinds/tongues/sentences/index.ts";
import type { JobEvent, JobView, TaskError, TaskView } from "./types.ts";

/** A task's or job's error in a language. */
export const errorSaidIn = <E extends Pick<TaskError, "message">>(locale: string, error: E): E => ({
  ...error,
  message: sentenceIn(locale, error.message),
});

/** A task with what it is at, or why it failed, in a language. */
export const taskSaidIn = <T extends Pick<TaskView, "message" | "error">>(
  locale: string,
  task: T,
): T => ({
  ...task,
  message: task.message && sentenceIn(locale, task.message),
  error: task.error && errorSaidIn(locale, task.error),
});

/** A job and its tasks in a language. */
export const jobSaidIn = (locale: string, job: JobView): JobView => ({
  ...job,
  error: job.error && errorSaidIn(locale, job.error),
  tasks: job.tasks.map((task) => taskSaidIn(locale, task)),
});

/** An event with what it says in a language. */
export function eventSaidIn(locale: string, event: JobEvent): JobEvent {
  if (locale === "en") return event;
  const data = { ...(event.data as Record<string, unknown>) };
  if (typeof data.message === "string") data.message = sentenceIn(locale, data.message);
  if (isError(data.error)) data.error = errorSaidIn(locale, data.error);
  if (Array.isArray(data.failures))
    data.failures = data.failures.map((one) => failureIn(locale, one));
  return { ...event, data: data as JobEvent["data"] };
}

const isError = (value: unknown): value is TaskError =>
  typeof (value as TaskError | null | undefined)?.message === "string";

function failureIn(locale: string, failure: unknown): unknown {
  const { error } = Object(failure) as { error?: unknown };
  return isError(error) ? { ...Object(failure), error: errorSaidIn(locale, error) } : failure;
}
