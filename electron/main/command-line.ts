import path from 'node:path';

/** The workspace named on a command line: what a double click on a `.csm` file passes. */
export function workspaceFileIn(
  argv: readonly string[],
  workingFolder = process.cwd(),
): string | null {
  const named = argv.slice(1).find((word) => !word.startsWith('-') && /\.csm$/i.test(word));
  return named === undefined ? null : path.resolve(workingFolder, named);
}
