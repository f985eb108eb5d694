import type { RowImages } from '../../../db/row-images.ts';
import { removeImages } from '../../../db/row-images.ts';
import { inWorker, newCancelFlag, type TaskProgress } from '../work-in-worker.ts';
import type { HeavyAnswer, HeavyKind, HeavyTask, HeavyWorkOf } from './heavy-task.ts';

/** Who watches heavy work and may stop it. */
export interface Watch {
  readonly signal: AbortSignal;
  report(progress: Partial<TaskProgress>): void;
}

/**
 * Has a worker do the work, which the caller has the right to write for. `newFile` gives places for
 * the images of rows; those that are not in the answer are removed again, also when it fails.
 */
export async function runHeavy<K extends HeavyKind>(
  workspaceFile: string,
  work: HeavyWorkOf<K>,
  newFile: () => string,
  watch: Watch,
): Promise<HeavyAnswer<K>> {
  const task: HeavyTask<K> = {
    workspaceFile,
    work,
    imageFile: newFile(),
    spareFile: newFile(),
    cancelFlag: newCancelFlag(),
  };
  let images: RowImages | null = null;
  try {
    const answer = await inWorker<HeavyAnswer<K>>('bulk-edit', task, {
      signal: watch.signal,
      onProgress: ({ done, total }) => watch.report({ done, total }),
    });
    images = answer.images;
    return answer;
  } finally {
    if (images?.file !== task.imageFile) removeImages(task.imageFile);
    removeImages(task.spareFile);
  }
}
