import { parentPort, workerData } from 'node:worker_threads';
import { type DiscussionWork, discuss } from '../host/workshop/discussion-task.ts';

const work: DiscussionWork = workerData;
parentPort?.postMessage(discuss(work));
