let waiting: readonly File[] = [];

/** Files dropped in one room for the import to take up; kept until it does. */
export function handOverFiles(files: readonly File[]): void {
  waiting = files;
}

/** Empty when none were dropped elsewhere. */
export function takeHandedFiles(): readonly File[] {
  const files = waiting;
  waiting = [];
  return files;
}
