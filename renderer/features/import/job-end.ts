import type { ErrorPayload } from '../../../core/contract/app-error.ts';
import type { JobInfo } from '../../../core/contract/job.contract.ts';
import { host } from '../../shared/host/host-client.ts';

/** Resolves when the job has ended, in whatever way. */
export function jobEnd(jobId: string): Promise<JobInfo> {
  return new Promise((resolve, reject) => {
    const heard = (job: JobInfo) => {
      if (job.id !== jobId || job.status === 'running') return;
      stopListening();
      resolve(job);
    };
    const stopListening = host.on('job.changed', heard);
    // It may have ended before anybody listened.
    host.call('job.get', { id: jobId }).then(heard, (error: unknown) => {
      stopListening();
      reject(error);
    });
  });
}

/** Why a job came to nothing. */
export function problemOf(job: JobInfo): ErrorPayload {
  return job.error ?? { code: 'import.cancelled', params: {} };
}
