"use client";

import dynamic from "next/dynamic";
import {
  createContext,
  type ReactNode,
  type RefObject,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from "react";
import type { ShownPicture } from "#components/concept/shown-picture.ts";
import type { Attachment } from "./attachments.ts";

/** Only who draws loads the board. */
const DrawingDialog = dynamic(() =>
  import("#components/concept/drawing-dialog.tsx").then((module) => module.DrawingDialog),
);

/** A picture in the chat of which a part can be made anew. */
export interface RepaintablePicture {
  imageId: string;
  url: string;
  name: string;
}

/** Takes a mask and the words for it as a message. */
type Sender = (words: string, mask: Attachment) => void;

interface Repaint {
  open: (picture: RepaintablePicture) => void;
  sender: RefObject<Sender | null>;
}

const RepaintContext = createContext<Repaint | null>(null);

/** Opens the mask board over a picture; null where no conversation is. */
export const useRepaint = (): Repaint["open"] | null => useContext(RepaintContext)?.open ?? null;

/** Names who sends what was drawn. */
export function useMaskSender(send: Sender): void {
  const sender = useContext(RepaintContext)?.sender;
  useEffect(() => {
    if (sender) sender.current = send;
  });
}

/** The mask board of a conversation: cards open it, and what was drawn goes as a message. */
export function RepaintProvider({ children }: { children: ReactNode }) {
  const [picture, setPicture] = useState<ShownPicture | null>(null);
  const sender = useRef<Sender | null>(null);
  const repaint = useMemo<Repaint>(
    () => ({
      sender,
      open: (wanted) => {
        void sizeOf(wanted.url).then((size) =>
          setPicture({ ...wanted, ...size, id: wanted.imageId }),
        );
      },
    }),
    [],
  );
  return (
    <RepaintContext value={repaint}>
      {children}
      {picture && (
        <DrawingDialog
          picture={picture}
          needsWords
          onClose={() => setPicture(null)}
          onDone={(mask, words) => {
            setPicture(null);
            sender.current?.(words, { ...mask, name: "mask.png", mediaType: "image/png" });
          }}
        />
      )}
    </RepaintContext>
  );
}

/** A picture's own size, px; it lies in the browser's cache, since it is seen. */
async function sizeOf(url: string): Promise<{ width: number; height: number }> {
  const picture = new Image();
  picture.src = url;
  await picture.decode();
  return { width: picture.naturalWidth, height: picture.naturalHeight };
}
