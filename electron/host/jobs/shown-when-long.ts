import { setTimeout as pause } from 'node:timers/promises';
import type { JobInfo } from '../../../core/contract/job.contract.ts';
import type { JobControl, JobRegistry } from './job-registry.ts';

/** What takes longer shows how far it is, and can be cancelled. */
const shownAfterMs = 200;

/** Does work that is short as a rule; when it is not, it joins the list of jobs. Answers as the work does. */
export async function shownWhenLong<T>(
  jobs: JobRegistry,
  head: Pick<JobInfo, 'kind' | 'subject' | 'phase'>,
  work: (control: JobControl) => Promise<T>,
): Promise<T> {
  const abort = new AbortController();
  let latest: Parameters<JobControl['report']>[0] = {};
  let tell: JobControl['report'] = () => undefined;
  const running = work({
    signal: abort.signal,
    report: (progress) => {
      latest = { ...latest, ...progress };
      tell(progress);
    },
  });
  const ended = running.then(
    () => true,
    () => true,
  );
  const waiting = new AbortController();
  const late = pause(shownAfterMs, false, { signal: waiting.signal }).catch(() => true);
  const inTime = await Promise.race([ended, late]);
  waiting.abort();
  if (!inTime) {
    jobs.start(head, async (control) => {
      control.signal.addEventListener('abort', () => abort.abort());
      tell = control.report;
      control.report(latest);
      await running;
      return {};
    });
  }
  return running;
}
