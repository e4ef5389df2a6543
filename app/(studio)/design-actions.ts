import type { DesignActions } from "#components/design/design-actions.ts";
import {
  drawMoreAction,
  editDesignAction,
  retryTasksAction,
  revertDesignAction,
} from "./actions.ts";

export const designActions: DesignActions = {
  edit: editDesignAction,
  revert: revertDesignAction,
  drawMore: drawMoreAction,
  retry: retryTasksAction,
};
