import path from 'node:path';
import { type Command, succeeded } from './command.ts';
import { withHost } from './command-host.ts';

export const newCommand: Command = {
  name: 'new',
  synopsis: 'FILE.csm [--name NAME] [--sample]',
  explanation: 'app:cli.new',
  options: { name: { type: 'string' }, sample: { type: 'boolean' } },
  run: async (given) => {
    const file = path.resolve(given.positional(0, 'FILE'));
    given.refuseMoreThan(1);
    return withHost(async (host) => {
      const created = await host.request('workspace.create', {
        name: given.text('name') ?? path.basename(file, path.extname(file)),
        token: host.context.files.admit(file),
        sample: given.flag('sample'),
      });
      const { counts } = await host.request('workspace.check', {});
      return succeeded({
        file: created.displayPath,
        name: created.name,
        sample: created.sample,
        schemaVersion: created.schemaVersion,
        counts,
      });
    });
  },
};
