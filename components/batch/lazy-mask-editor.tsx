"use client";

import { type ComponentType, useEffect, useState } from "react";
import type { MaskEditorProps } from "./mask-editor.tsx";

type Props = Omit<MaskEditorProps, "item"> & { item: MaskEditorProps["item"] | null };

/** The mask editor, loaded when it is first opened. */
export function LazyMaskEditor({ item, ...props }: Props) {
  const [Editor, setEditor] = useState<ComponentType<MaskEditorProps> | null>(null);
  const isAsked = item !== null;
  useEffect(() => {
    if (isAsked) import("./mask-editor.tsx").then(({ MaskEditor }) => setEditor(() => MaskEditor));
  }, [isAsked]);
  return item && Editor ? <Editor key={item.task.taskId} item={item} {...props} /> : null;
}
