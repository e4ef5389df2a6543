"use client";

import { useState } from "react";

/** A picture that goes with a message. */
export interface Attachment {
  id: string;
  url: string;
  name: string;
}

export const MAX_ATTACHMENTS = 4;
export const PICTURE_TYPES = "image/jpeg,image/png,image/webp";

interface Attachments {
  list: Attachment[];
  uploading: boolean;
  /** Why the last picture was not taken, in the service's words. */
  error: string | null;
  add: (files: Iterable<File>) => Promise<void>;
  remove: (id: string) => void;
  clear: () => void;
}

/** Uploads pictures as they are chosen; a message then only names them. */
export function useAttachments(failure: string): Attachments {
  const [list, setList] = useState<Attachment[]>([]);
  const [uploading, setUploading] = useState(false);
  const [error, setError] = useState<string | null>(null);
  const add = async (files: Iterable<File>) => {
    setUploading(true);
    setError(null);
    for (const file of [...files].slice(0, MAX_ATTACHMENTS - list.length)) {
      const sent = await upload(file, failure);
      if (typeof sent === "string") setError(sent);
      else setList((now) => [...now, sent]);
    }
    setUploading(false);
  };
  return {
    list,
    uploading,
    error,
    add,
    remove: (id) => setList((now) => now.filter((one) => one.id !== id)),
    clear: () => setList([]),
  };
}

/** The stored picture, or why it was refused. */
async function upload(file: File, failure: string): Promise<Attachment | string> {
  const body = new FormData();
  body.append("file", file);
  try {
    const answer = await fetch("/api/v1/images", { method: "POST", body });
    const data = (await answer.json()) as {
      id?: string;
      url?: string;
      error?: { message?: string };
    };
    if (!answer.ok || !data.id || !data.url) return data.error?.message ?? failure;
    return { id: data.id, url: data.url, name: file.name };
  } catch {
    return failure;
  }
}
