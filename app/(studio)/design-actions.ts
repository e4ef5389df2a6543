import type { DesignActions } from "#components/design/design-actions.ts";
import {
  compareRevisionsAction,
  drawMoreAction,
  editDesignAction,
  judgeDesignAction,
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
  retry: retryTasksAction,
};
