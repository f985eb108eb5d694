import { fileURLToPath } from 'node:url';

/**
 * Where a worker's code lies. Run from source (tests, command line, loopback) it is the `.ts` file,
 * which Node strips of its types; in the packaged app it is the bundle beside this one.
 */
export function workerFile(name: string): string {
  const here = import.meta.url;
  const relative = here.endsWith('.ts') ? `../workers/${name}.worker.ts` : `./${name}.worker.js`;
  return fileURLToPath(new URL(relative, here));
}

/** The folder with locales, fonts and icons, from source and from the packaged app. */
export function resourceFile(name: string): string {
  const here = import.meta.url;
  // From source: electron/host/ → resources/. Bundled: out/main/ → resources/.
  return fileURLToPath(new URL(`../../resources/${name}`, here));
}

export function isBundled(): boolean {
  return !import.meta.url.endsWith('.ts');
}

/** The folder with the voting page: its sources, or beside this bundle what the build made of them. */
export function votingPageFolder(): string {
  return fileURLToPath(new URL(isBundled() ? '.' : '../../renderer/voting/', import.meta.url));
}
