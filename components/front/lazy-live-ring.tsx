"use client";

import type { AbstractIntlMessages } from "next-intl";
import { type ComponentType, type ReactNode, useEffect, useRef, useState } from "react";
import type { LiveRingProps } from "./live-ring.tsx";

interface LazyLiveRingProps extends Omit<LiveRingProps, "picture"> {
  locale: string;
  messages: AbstractIntlMessages;
  /** Shown until the ring is there. */
  children: ReactNode;
}

type WithTexts = ComponentType<Omit<LazyLiveRingProps, "children"> & { picture: ReactNode }>;

/** The live ring, loaded once it is in sight and the page is quiet. A person who saves data is spared it. */
export function LazyLiveRing({ children, ...props }: LazyLiveRingProps) {
  const frame = useRef<HTMLDivElement>(null);
  const [Live, setLive] = useState<WithTexts | null>(null);
  useEffect(() => {
    const { connection } = navigator as Navigator & { connection?: { saveData?: boolean } };
    if (!frame.current || connection?.saveData) return;
    const observer = new IntersectionObserver(([entry]) => {
      if (!entry?.isIntersecting) return;
      observer.disconnect();
      whenQuiet(() =>
        import("./live-ring-with-texts.tsx").then((module) =>
          setLive(() => module.LiveRingWithTexts),
        ),
      );
    });
    observer.observe(frame.current);
    return () => observer.disconnect();
  }, []);
  return (
    <div ref={frame} className="min-h-[34rem] sm:min-h-[40rem]">
      {Live ? (
        <Live {...props} picture={children} />
      ) : (
        <div className="aspect-square">{children}</div>
      )}
    </div>
  );
}

function whenQuiet(work: () => void): void {
  if ("requestIdleCallback" in window) window.requestIdleCallback(work, { timeout: 2500 });
  else setTimeout(work, 600);
}
