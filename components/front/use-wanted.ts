"use client";

import { type RefObject, useEffect, useState } from "react";

/** True once the frame is in sight and the page is quiet; a person who saves data is spared the download. */
export function useWanted(frame: RefObject<HTMLElement | null>): boolean {
  const [wanted, setWanted] = useState(false);
  useEffect(() => {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    if (!frame.current || connection?.saveData) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      whenQuiet(() => setWanted(true));
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, [frame]);
  return wanted;
}

function whenQuiet(work: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(work, { timeout: 2500 });
  else setTimeout(work, 600);
}
