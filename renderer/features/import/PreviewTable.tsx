import { useTranslation } from 'react-i18next';
import classes from './PreviewTable.module.css';

interface PreviewTableProps {
  headers: readonly string[];
  rows: readonly (readonly string[])[];
}

/** The first rows of a file as they were read. */
export function PreviewTable({ headers, rows }: PreviewTableProps) {
  const { t } = useTranslation();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by key
    <section className={classes.scroll} aria-label={t('import:preview.table')} tabIndex={0}>
      <table className={classes.table}>
        <thead>
          <tr>
            <th className={classes.number}>
              <span className={classes.hidden}>{t('import:preview.line')}</span>
            </th>
            {headers.map((header) => (
              <th key={header} title={header}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a file have no other name
            <tr key={index}>
              <td className={classes.number}>{index + 1}</td>
              {headers.map((header, column) => (
                <td key={header} title={row[column]}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
