import { BaseSequencer, type TestSpecification } from 'vitest/node';

/** What takes longest, so that no worker is left with it alone at the end. Others follow as vitest puts them. */
const slowest = [
  'e2e/accessibility',
  'e2e/voc.',
  'e2e/voc-scrolling',
  'e2e/reports',
  'e2e/workshop',
  'e2e/affinity',
  'e2e/insight',
  'e2e/import.',
  'e2e/shell',
  'e2e/house.',
  'e2e/voc-facets',
  'e2e/stability',
  'core/calc-large',
  'host/many-edit',
  'host/house-file.',
  'host/bulk-edit',
  'host/cli.',
  'db/row-images',
  'host/cli-calc',
  'host/import-voc',
  'host/database-thread',
  'core/near-duplicates',
  'host/cli-import',
  'host/report-service',
  'host/house-workbook',
  'contract/layering',
  'host/bulk-kill',
  'host/voting-server',
  'host/undo-rooms',
  'host/import-kill',
];

function placeOf({ moduleId, project }: TestSpecification): number {
  // A worker that is to go on with the next file must not meet one among them that wants its own.
  if (project.config.isolate) return -1;
  const place = slowest.findIndex((name) => moduleId.includes(`/tests/${name}`));
  return place === -1 ? slowest.length : place;
}

export class SlowestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    return (await super.sort(files)).toSorted((a, b) => placeOf(a) - placeOf(b));
  }
}
