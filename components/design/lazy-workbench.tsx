"use client";

import type { AbstractIntlMessages } from "next-intl";
import { type ComponentType, type ReactNode, useEffect, useState } from "react";
import type { WorkbenchProps } from "./workbench.tsx";

interface LazyWorkbenchProps extends WorkbenchProps {
  locale: string;
  messages: AbstractIntlMessages;
  /** The piece as the server wrote it, shown until the workbench has loaded. */
  children: ReactNode;
}

type WithTexts = ComponentType<Omit<LazyWorkbenchProps, "children">>;

/** The workbench, loaded after the page: its title, picture and numbers are read without it. */
export function LazyWorkbench({ children, ...props }: LazyWorkbenchProps) {
  const [Loaded, setLoaded] = useState<WithTexts | null>(null);
  useEffect(() => {
    import("./workbench-with-texts.tsx").then((module) =>
      setLoaded(() => module.WorkbenchWithTexts),
    );
  }, []);
  return Loaded ? <Loaded {...props} /> : children;
}
