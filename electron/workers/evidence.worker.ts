import { parentPort, workerData } from 'node:worker_threads';
import { tallyEvidence } from '../../core/domain/requirement/evidence-importance.ts';
import { openRaw } from '../../db/connection.ts';
import { evidenceLinks } from '../../db/evidence-links.ts';
import type { TallyTask } from '../host/evidence-tally.ts';

const { file, tree }: TallyTask = workerData;

const raw = openRaw(file, { readonly: true });
try {
  parentPort?.postMessage(tallyEvidence(tree, evidenceLinks(raw)));
} finally {
  raw.close();
}
