import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerOf, type Cli, openCli, waitForText } from '../support/cli-runner.ts';

let cli: Cli;
const linkPattern = /^Workbench ready: (http:\/\/127\.0\.0\.1:(\d+)\/launch\?token=[\w-]+)$/m;

beforeAll(() => {
  cli = openCli();
});
afterAll(() => cli.dispose());

describe('csm serve', () => {
  it('prints a link that works once, a new one on Enter, and closes the workspace when stopped', async () => {
    await cli.run(['new', 'served.csm']);
    const child = cli.start(['serve', 'served.csm']);
    const ended = answerOf(child);
    const first = (await waitForText(child.stdout, linkPattern))[1] ?? '';
    const opened = await fetch(first, { redirect: 'manual' });
    const spent = await fetch(first, { redirect: 'manual' });
    const second = waitForText(child.stdout, linkPattern);
    child.stdin.write('\n');
    const renewed = await fetch((await second)[1] ?? '', { redirect: 'manual' });
    const busy = await cli.run(['voc', 'search', '결제', '--workspace', 'served.csm']);
    child.kill('SIGTERM');
    const answer = await ended;

    expect([opened.status, spent.status, renewed.status]).toEqual([303, 403, 303]);
    expect(busy.fault().code).toBe('workspace.openElsewhere');
    expect(answer.exitCode).toBe(0);
    expect((await cli.run(['voc', 'search', '결제', '--workspace', 'served.csm'])).exitCode).toBe(
      0,
    );
  });

  it('takes the port it is given, and says when that is taken', async () => {
    const child = cli.start(['serve', '--port', '0']);
    const ended = answerOf(child);
    const port = (await waitForText(child.stdout, linkPattern))[2] ?? '';
    const second = await cli.run(['serve', '--port', port]);
    child.kill('SIGINT');

    expect(second.exitCode).toBe(1);
    expect(second.fault().code).toBe('app.portTaken');
    expect((await ended).exitCode).toBe(0);
  });

  it('shows the screen without a workspace when the sample cannot be opened', async () => {
    const workspaces = path.join(cli.folder, 'home', 'workspaces');
    mkdirSync(workspaces, { recursive: true });
    writeFileSync(path.join(workspaces, 'sample.csm'), 'not a workspace');
    const child = cli.start(['serve', '--sample']);
    const ended = answerOf(child);
    await waitForText(child.stdout, linkPattern);
    child.kill('SIGTERM');
    const { exitCode, stderr } = await ended;

    expect(exitCode).toBe(0);
    expect(stderr).toContain('예제 워크스페이스를 열지 못하여');
  });

  it('refuses a workspace that is not there', async () => {
    const answer = await cli.run(['serve', 'none.csm']);

    expect(answer.exitCode).toBe(2);
    expect(answer.fault().code).toBe('app.fileMissing');
  });
});
