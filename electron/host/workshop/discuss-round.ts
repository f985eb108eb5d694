import { Worker } from 'node:worker_threads';
import { workerFile } from '../bundle-location.ts';
import { type DiscussionAnswers, type DiscussionWork, discuss } from './discussion-task.ts';

/** Cells of the house times scores in them: below it, a thread would take longer to start than the work. */
const smallWork = 1_000_000;

/** Worked out at once for a house as workshops have them, in a thread of its own for a large one. */
export async function discussRound<Kind extends DiscussionWork['kind']>(
  work: DiscussionWork & { kind: Kind },
): Promise<DiscussionAnswers[Kind]> {
  const answer = effortOf(work) <= smallWork ? discuss(work) : await inThread(work);
  return answer as DiscussionAnswers[Kind];
}

/** Every contested cell asks for the weights of all HOWs anew. */
function effortOf({ round }: DiscussionWork): number {
  const cells = round.whatIds.length * Math.max(1, round.howIds.length);
  return cells * (round.ballots.length + round.howIds.length);
}

async function inThread(work: DiscussionWork): Promise<unknown> {
  const worker = new Worker(workerFile('discussion'), { workerData: work });
  try {
    return await new Promise((resolve, reject) => {
      worker.once('message', resolve);
      worker.once('error', reject);
      worker.once('exit', (code) => reject(new Error(`the discussion ended with ${code}`)));
    });
  } finally {
    await worker.terminate();
  }
}
