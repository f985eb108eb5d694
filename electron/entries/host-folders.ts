import { mkdtempSync } from 'node:fs';
import { homedir, tmpdir } from 'node:os';
import path from 'node:path';
import type { HostFolders } from '../host/host-context.ts';

/**
 * Where a host keeps things, by each system's own custom; both shells and the command line share
 * them. `CSM_HOME` puts everything but the temporary files below one folder (a memory stick, a test).
 */
export function hostFolders(
  environment: NodeJS.ProcessEnv = process.env,
  platform: NodeJS.Platform = process.platform,
): HostFolders {
  // A folder of its own per process: what it holds is removed when the host closes.
  const temporary = mkdtempSync(path.join(tmpdir(), 'csm-workbench-'));
  return { ...lastingFolders(environment, platform), temporary };
}

function lastingFolders(
  environment: NodeJS.ProcessEnv,
  platform: NodeJS.Platform,
): Pick<HostFolders, 'config' | 'workspaces'> {
  const home = homedir();
  const chosen = environment.CSM_HOME;
  if (chosen) {
    const root = path.resolve(chosen);
    return { config: path.join(root, 'config'), workspaces: path.join(root, 'workspaces') };
  }
  if (platform === 'win32' || platform === 'darwin') {
    const config =
      platform === 'win32'
        ? environment.APPDATA || path.join(home, 'AppData', 'Roaming')
        : path.join(home, 'Library', 'Application Support');
    return {
      config: path.join(config, 'CSM Workbench'),
      workspaces: path.join(home, 'Documents', 'CSM Workbench'),
    };
  }
  const config = environment.XDG_CONFIG_HOME || path.join(home, '.config');
  const data = environment.XDG_DATA_HOME || path.join(home, '.local', 'share');
  return {
    config: path.join(config, 'csm-workbench'),
    workspaces: path.join(data, 'csm-workbench', 'workspaces'),
  };
}
