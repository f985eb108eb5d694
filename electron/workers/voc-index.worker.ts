import { parentPort, workerData } from 'node:worker_threads';
import { openRaw } from '../../db/connection.ts';
import type { ToIndex } from '../host/voc-index/index-messages.ts';
import { IndexServer } from '../host/voc-index/index-server.ts';

/** Keeps every VOC in columns beside the host, through a connection of its own that only reads. */
const { file }: { file: string } = workerData;

const raw = openRaw(file, { readonly: true });
// It reads most of the file once, and then hits and texts here and there: no cache would hold them.
raw.pragma('cache_size = -16384');

const server = new IndexServer(raw, (message) => parentPort?.postMessage(message));
parentPort?.on('message', (message: ToIndex) => server.receive(message));
