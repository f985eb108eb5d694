import { writeSync } from 'node:fs';
import { Host } from '../../electron/host/host.ts';

/**
 * A host process that imports one file and is killed on the way. Says what it is about to do, so that
 * the test can strike at a moment of its choice: `opened`, then each phase of the import.
 *
 * Arguments: folder for everything, workspace file, file to import.
 */
const [folder = '', workspace = '', file = ''] = process.argv.slice(2);

const host = new Host({
  config: `${folder}/config`,
  workspaces: folder,
  temporary: `${folder}/launch-${process.pid}`,
});
let told = '';
host.subscribe((name, payload) => {
  if (name !== 'job.changed' || !('phase' in payload) || payload.phase === told) return;
  told = payload.phase;
  say(told);
});

await host.request('workspace.open', { token: host.context.files.admit(workspace) });
say('opened');
const { jobId } = await host.request('import.startVoc', {
  token: host.context.files.admit(file),
  mapping: { columns: { id: 'externalId', text: 'text', branch: 'branch', note: 'extra' } },
});
const job = await host.context.jobs.settled(jobId);
say(job.status);
await host.close();

/** Past Node's buffers: a killed process flushes nothing. */
function say(word: string): void {
  writeSync(1, `${word}\n`);
}
