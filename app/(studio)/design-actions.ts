import type { DesignActions } from "#components/design/design-actions.ts";
import {
  compareRevisionsAction,
  drawMoreAction,
  editDesignAction,
  judgeDesignAction,
  makeModelAgainAction,
  retryTasksAction,
  revertDesignAction,
  runSizesAction,
  solveDesignAction,
} from "./actions.ts";

export const designActions: DesignActions = {
  edit: editDesignAction,
  revert: revertDesignAction,
  drawMore: drawMoreAction,
  solve: solveDesignAction,
  runSizes: runSizesAction,
  compare: compareRevisionsAction,
  judge: judgeDesignAction,
  again: makeModelAgainAction,
  retry: retryTasksAction,
};
