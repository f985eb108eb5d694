import { type Command, succeeded } from './command.ts';
import { finishJob, withWorkspace } from './command-host.ts';

export const reindexCommand: Command = {
  name: 'reindex',
  synopsis: '--workspace W',
  explanation: 'app:cli.reindex',
  options: { workspace: { type: 'string' } },
  run: async (given, surroundings) => {
    given.refuseMoreThan(0);
    return withWorkspace(given.requiredText('workspace'), async (host) => {
      const startedMs = performance.now();
      const { jobId } = await host.request('workspace.rebuildSearch', {});
      const { done } = await finishJob(host, jobId, surroundings);
      return succeeded({
        indexed: done,
        seconds: Math.round(performance.now() - startedMs) / 1000,
      });
    });
  },
};
