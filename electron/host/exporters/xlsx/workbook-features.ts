import type { Blob } from 'node:buffer';
import type { Stream } from 'node:stream';
import type { Feature } from 'write-excel-file/node';
import type { SheetPage } from './sheet-page.ts';

/** What the writer's Node build takes as a file's content. */
type FileContent = Stream | Buffer | Blob;

/**
 * What the writer cannot do of itself: results beside formulas, so that previews and phones that do
 * not calculate still show figures, and printing that fits the width of a page.
 */
export function workbookFeature(pages: readonly SheetPage[]): Feature<FileContent> {
  return {
    files: {
      transform: {
        'xl/worksheets/sheet{id}.xml': {
          transform: (xml, _options, { sheetIndex }) =>
            withFitToPage(withResults(xml, pages[sheetIndex]?.results ?? new Map())),
          transformElementAttributes: (tag, attributes) =>
            tag === 'pageSetup'
              ? { ...attributes, paperSize: 9, fitToWidth: 1, fitToHeight: 0 }
              : attributes,
        },
      },
    },
  };
}

const formulaCell = /(<c r="([A-Z]+\d+)"[^>]*>)(<f>[^<]*<\/f>)(<\/c>)/g;

function withResults(xml: string, results: ReadonlyMap<string, number>): string {
  return xml.replace(
    formulaCell,
    (whole, open: string, ref: string, formula: string, end: string) => {
      const result = results.get(ref);
      return result === undefined ? whole : `${open}${formula}<v>${result}</v>${end}`;
    },
  );
}

function withFitToPage(xml: string): string {
  return xml.replace(
    /<worksheet[^>]*>/,
    (open) => `${open}<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>`,
  );
}
