"use client";

import { useState } from "react";
import { uploadPicture } from "#components/design/upload-picture.ts";

/** A picture that goes with a message. */
export interface Attachment {
  id: string;
  url: string;
  name: string;
  mediaType: string;
}

export const MAX_ATTACHMENTS = 4;

interface Attachments {
  list: Attachment[];
  uploading: boolean;
  /** Why a picture was not taken. */
  error: string | null;
  add: (files: Iterable<File>) => Promise<void>;
  /** Takes one that is uploaded already. */
  put: (picture: Attachment) => void;
  remove: (id: string) => void;
  clear: () => void;
}

/** Uploads pictures as they are chosen; a message then only names them. */
export function useAttachments(texts: { failure: string; tooMany: string }): Attachments {
  const [list, setList] = useState<Attachment[]>([]);
  const [uploading, setUploading] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const add = async (files: Iterable<File>) => {
    setUploading(true);
    const given = [...files];
    const taken = given.slice(0, MAX_ATTACHMENTS - list.length);
    setError(taken.length < given.length ? texts.tooMany : null);
    for (const file of taken) {
      const sent = await uploadPicture(file, texts.failure);
      if (typeof sent === "string") setError(sent);
      else setList((now) => [...now, { ...sent, name: file.name, mediaType: file.type }]);
    }
    setUploading(false);
  };
  return {
    list,
    uploading,
    error,
    add,
    put: (picture) => setList((now) => [...now, picture].slice(-MAX_ATTACHMENTS)),
    remove: (id) => setList((now) => now.filter((one) => one.id !== id)),
    clear: () => setList([]),
  };
}
