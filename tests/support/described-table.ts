import type { WorkbookDescription } from '../../core/domain/house/workbook/workbook-description.ts';

/** The texts that a reader finds in a described workbook. */
export function tablesOf({ sheets }: WorkbookDescription): { name: string; rows: string[][] }[] {
  return sheets.map(({ name, rows }) => ({
    name,
    rows: rows.map(({ cells }) =>
      cells.map((cell) => {
        switch (cell?.content.kind) {
          case 'text':
            return cell.content.text;
          case 'number':
            return String(cell.content.value);
          case 'formula':
            return cell.content.result === null ? '' : String(cell.content.result);
          default:
            return '';
        }
      }),
    ),
  }));
}
