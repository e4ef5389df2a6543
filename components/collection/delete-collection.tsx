"use client";

import { DeleteButton } from "#components/ui/delete-button.tsx";

interface DeleteCollectionProps {
  collectionId: string;
  action: (input: { collectionId: string }) => Promise<unknown>;
}

/** Deletes a collection after asking once; the action leads away. */
export function DeleteCollection({ collectionId, action }: DeleteCollectionProps) {
  return (
    <DeleteButton
      namespace="collection"
      size="small"
      onDelete={() => {
        void action({ collectionId });
      }}
    />
  );
}
