"use client";

import { useCallback, useEffect, useRef, useState } from "react";

/** How often in a row a broken stream is taken up again, and after what pause: each is twice the one before, 19 s in all. */
const MAX_BREAKS = 5;
const FIRST_PAUSE_MS = 600;

interface Reconnect {
  /** A stream is being taken up again, or will be: the answer has not ended. */
  reconnecting: boolean;
  /** The stream broke off; it is read again soon. Nothing after the last of `MAX_BREAKS` breaks in a row. */
  onBreak: () => void;
  /** The stream came to its end. */
  onEnd: () => void;
  /** Something else is asked now: what was to be taken up is left. */
  giveUp: () => void;
}

/**
 * Reads a broken answer again.
 * @param resume Reads the answer's stream from its start; resolves when that stream has ended or broken off, with false when the
 * service could not be reached at all.
 * @param atStart Whether an answer is being written when the page appears.
 */
export function useReconnect(resume: () => Promise<boolean>, atStart: boolean): Reconnect {
  const [reconnecting, setReconnecting] = useState(atStart);
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null);
  const breaks = useRef(0);
  const call = useRef(resume);
  useEffect(() => {
    call.current = resume;
  }, [resume]);

  const onBreak = useCallback(() => {
    if (breaks.current >= MAX_BREAKS) return;
    setReconnecting(true);
    timer.current = setTimeout(() => void takeUp.current(), FIRST_PAUSE_MS * 2 ** breaks.current);
    breaks.current += 1;
  }, []);
  const takeUp = useRef(async () => {
    timer.current = null;
    if (!(await call.current())) onBreak();
    // A stream that broke again has set the next timer before it ended.
    setReconnecting(timer.current !== null);
  });
  const giveUp = useCallback(() => {
    if (timer.current !== null) clearTimeout(timer.current);
    timer.current = null;
    setReconnecting(false);
  }, []);
  useEffect(() => {
    if (atStart) void takeUp.current();
    return () => {
      if (timer.current !== null) clearTimeout(timer.current);
    };
  }, [atStart]);

  return {
    reconnecting,
    onBreak,
    onEnd: () => {
      breaks.current = 0;
    },
    giveUp,
  };
}
