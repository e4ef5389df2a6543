/** An event as Inngest's event API takes it. */
export interface OutgoingEvent {
  /** Sent twice under one id, an event counts once (for a day at least). */
  id: string;
  name: string;
  data: Record<string, unknown>;
  /** Unix time, ms. */
  ts: number;
}

/** Where durable functions get their events from. */
export interface EventBus {
  engine: "embedded" | "inngest";
  /** Resolves when the events are accepted; throws `unavailable` otherwise, and the caller sends them again. */
  send(events: OutgoingEvent[]): Promise<void>;
  /**
   * Removes what is kept here of the events and results of jobs that were deleted. A server that runs elsewhere keeps its own
   * history for its own time.
   */
  forget(jobIds: readonly string[]): Promise<void>;
}
