import { existsSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import type { Host } from './host.ts';

const sampleFileName = 'sample.csm';

/**
 * Opens the sample. It is made once and opened again afterwards, with whatever was tried in it;
 * `onMaking` is told when it has to be made, which takes a moment.
 */
export async function openSample(
  host: Host,
  name: string,
  onMaking: () => void = () => undefined,
): Promise<void> {
  const file = path.join(host.context.folders.workspaces, sampleFileName);
  const token = host.context.files.admit(file);
  if (existsSync(file)) {
    await host.request('workspace.open', { token });
    return;
  }
  onMaking();
  mkdirSync(path.dirname(file), { recursive: true });
  await host.request('workspace.create', { name, token, sample: true });
}

/**
 * What a start without a file shows: the workspace of last time, the sample at the very first start,
 * and nothing (the start page) when the last one has gone from its place.
 */
export async function openFirst(host: Host, sampleName: string): Promise<void> {
  const [last] = await host.request('workspace.listRecent', {});
  if (last === undefined) await openSample(host, sampleName);
  else if (last.available) await host.request('workspace.open', { token: last.token });
}
