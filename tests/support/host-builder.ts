import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type {
  EventMap,
  EventName,
  HostMethodName,
  InputOf,
  OutputOf,
} from '../../core/contract/contract.ts';
import type { JobInfo } from '../../core/contract/job.contract.ts';
import { Host } from '../../electron/host/host.ts';

export interface TestHost {
  host: Host;
  folder: string;
  events: { name: EventName; payload: EventMap[EventName] }[];
  call<M extends HostMethodName>(method: M, input: InputOf<M>): Promise<OutputOf<M>>;
  /** Waits for a job by the host's own promise. */
  jobEnd(jobId: string): Promise<JobInfo>;
  dispose(): Promise<void>;
}

/** A real host over real files in a folder of its own. `workspace: 'none'` opens nothing. */
export async function startTestHost(
  options: { workspace?: 'empty' | 'sample' | 'none' } = {},
): Promise<TestHost> {
  const folder = mkdtempSync(path.join(tmpdir(), 'csm-test-'));
  const host = new Host({
    config: path.join(folder, 'config'),
    workspaces: path.join(folder, 'workspaces'),
    temporary: path.join(folder, 'temporary'),
  });
  const events: TestHost['events'] = [];
  host.subscribe((name, payload) => events.push({ name, payload }));
  const test: TestHost = {
    host,
    folder,
    events,
    call: (method, input) => host.request(method, input),
    jobEnd: (jobId) => host.context.jobs.settled(jobId),
    async dispose() {
      await host.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  const kind = options.workspace ?? 'empty';
  if (kind !== 'none') {
    await test.call('workspace.create', { name: '시험', sample: kind === 'sample' });
  }
  return test;
}
