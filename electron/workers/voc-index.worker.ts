import { parentPort, workerData } from 'node:worker_threads';
import { openRaw } from '../../db/connection.ts';
import type { ToIndex } from '../host/voc-index/index-messages.ts';
import { IndexServer } from '../host/voc-index/index-server.ts';

/** Keeps every VOC in columns beside the host, through a connection of its own that only reads. */
const { file }: { file: string } = workerData;

const server = new IndexServer(openRaw(file, { readonly: true }), (message) =>
  parentPort?.postMessage(message),
);
parentPort?.on('message', (message: ToIndex) => server.receive(message));
