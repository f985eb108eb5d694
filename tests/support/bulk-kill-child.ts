import { writeSync } from 'node:fs';
import path from 'node:path';
import { Host } from '../../electron/host/host.ts';

/** Edits every VOC of a workspace and undoes that, saying what it is at, until it is killed. */
const [scene = '', workspace = ''] = process.argv.slice(2);
const host = new Host({
  config: path.join(scene, 'config'),
  workspaces: scene,
  temporary: path.join(scene, 'launch-first'),
});
const say = (word: string) => writeSync(1, `${word}\n`);

host.subscribe((name, payload) => {
  if (name === 'job.changed' && 'done' in payload && payload.done > 0) say(payload.kind);
});
await host.request('workspace.open', { token: host.context.files.admit(workspace) });
for (;;) {
  const { jobId } = await host.request('bulk.start', {
    operation: { kind: 'update', patch: { owner: '김담당', status: 'closed' } },
    selection: { filter: {} },
  });
  await host.context.jobs.settled(jobId);
  say('edited');
  await host.request('undo.undo', {});
  say('undone');
}
