import { EventEmitter } from 'node:events';

/*
 * Loaded before the host's entry in a plain Node process: gives it the `process.parentPort` that
 * Electron gives a utility process, over Node's own channel to the parent.
 */
const port = new EventEmitter();
process.on('message', (data) => port.emit('message', { data }));
Object.defineProperty(process, 'parentPort', {
  value: Object.assign(port, { postMessage: (message: unknown) => process.send?.(message) }),
});
// Electron ends a utility process whose parent has gone.
process.on('disconnect', () => process.exit(0));
