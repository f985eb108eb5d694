import type { RobustnessInput } from '../../../core/domain/house/robustness.ts';
import type { WorkerTask } from '../work-in-worker.ts';

/** The variants of one house; answered with the counts of `rankCountsOf`. */
export interface StabilityTask extends WorkerTask {
  readonly input: RobustnessInput;
}
