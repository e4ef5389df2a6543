/** How an answer goes wrong. */
export interface Refusal {
  status: number;
  headers?: Record<string, string>;
  body?: unknown;
}

/** How one order goes; by default it is taken, worked on for the double's time, and ends well. */
export interface Behaviour {
  /** The submit is answered with this and counts for nothing. */
  refuse?: Refusal;
  /** The submit is taken, and its connection cut before the answer. */
  cutSubmit?: boolean;
  /** The job says COMPLETED, and its result is this. */
  fail?: Refusal;
  /** Pictures turn out to be something else. */
  isNoPicture?: boolean;
  /** What the 3D file turns out to be. */
  file?: "glb" | "zip" | "zip-without-model" | "fbx" | "no-triangle" | "empty";
  /** Pictures are called unsafe, those made and those checked. */
  isUnsafe?: boolean;
  /** Most triangles of a 3D file, whatever the limit. */
  mostFaces?: number;
  /** The file's address answers 404. */
  isDead?: boolean;
  /** So many downloads break off halfway. */
  cutDownloads?: number;
  /** So many answers with the result break off halfway. */
  cutResults?: number;
  /** The stream of states answers 503: only asking helps. */
  hasNoStream?: boolean;
  /** So many of the questions after the state are answered 503. */
  failStatuses?: number;
  /** Works so long, ms, in place of the double's time. */
  workMs?: number;
  /** Whether an address to call is called; default true. */
  isCalledBack?: boolean;
}

/** The refusals of the service, as it words them. */
export const REFUSALS = {
  wrongKey: { status: 401, body: { detail: "Cannot access application. Authentication failed." } },
  noCredit: { status: 402, body: { detail: "Payment required: exhausted balance." } },
  locked: { status: 403, body: { detail: "User is locked. Reason: Exhausted balance." } },
  field: {
    status: 422,
    body: {
      detail: [
        { loc: ["body", "image_url"], msg: "Image is too small", type: "image_too_small", url: "" },
      ],
    },
  },
  contentPolicy: {
    status: 422,
    headers: { "x-fal-retryable": "false" },
    body: {
      detail: [
        {
          loc: ["body", "prompt"],
          msg: "The content could not be processed because it was flagged.",
          type: "content_policy_violation",
          url: "",
        },
      ],
    },
  },
  tooMany: { status: 429, headers: { "retry-after": "7" }, body: { detail: "Too many requests" } },
  broken: { status: 500, body: { detail: "Internal server error" } },
  overloaded: {
    status: 503,
    headers: { "x-fal-error-type": "runner_scheduling_failure", "retry-after": "3" },
    body: { detail: "No runner", error_type: "runner_scheduling_failure" },
  },
} satisfies Record<string, Refusal>;
