import { copyFileSync, mkdirSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../../core/contract/app-error.ts';
import { reportFormats, reportKinds } from '../../../core/contract/report.contract.ts';
import { type Command, succeeded } from './command.ts';
import { chosen } from './command-arguments.ts';
import { finishJob, withWorkspace } from './command-host.ts';

export const reportCommand: Command = {
  name: 'report',
  synopsis: `${reportKinds.join('|')} --workspace W --out FILE.xlsx|FILE.pdf`,
  explanation: 'app:cli.report',
  options: { workspace: { type: 'string' }, out: { type: 'string' } },
  run: async (given, surroundings) => {
    const kind = chosen(given.positional(0, 'KIND'), reportKinds, 'KIND');
    given.refuseMoreThan(1);
    const target = path.resolve(given.requiredText('out'));
    const format = chosen(path.extname(target).slice(1).toLowerCase(), reportFormats, '--out');
    return withWorkspace(given.requiredText('workspace'), async (host) => {
      const { jobId } = await host.request('report.start', {
        kind,
        format,
        locale: surroundings.locale,
      });
      const { reportFile } = await finishJob(host, jobId, surroundings);
      if (reportFile === null) throw new AppError('app.unexpected', { method: 'report' });
      mkdirSync(path.dirname(target), { recursive: true });
      copyFileSync(host.context.files.resolveExisting(reportFile.token).path, target);
      const { bytes, seconds } = reportFile;
      return succeeded({ kind, format, file: target, bytes, seconds });
    });
  },
};
