import { useTranslation } from 'react-i18next';
import { figureText } from '../../../core/calc/explanation-text.ts';
import type { Figure } from '../../../core/contract/explanation.ts';
import classes from './ExplanationView.module.css';

interface FigureValueProps {
  value: Figure;
  /** How many entries there are when `value` holds only the first of them. */
  of?: number | undefined;
  /** What the entries of a list, or the rows of a table, are called. */
  names?: readonly string[] | undefined;
}

/** Longer lists are folded away: one opens what one wants to redo. */
const unfolded = 16;

/** A figure of a derivation: a table where it has rows, a list of names where they are known. */
export function FigureValue({ value, of, names }: FigureValueProps) {
  const { t } = useTranslation();
  if (!isList(value)) return isFields(value) ? <FieldList fields={value} /> : figureText(value);
  if (value.length <= unfolded) return <ListValue list={value} names={names} />;
  return (
    <details>
      <summary className={classes.summary}>
        {of === undefined
          ? t('explain:view.unfold', { count: value.length })
          : t('explain:view.unfoldFirst', { count: value.length, of })}
      </summary>
      <ListValue list={value} names={names} />
    </details>
  );
}

function ListValue({
  list,
  names,
}: {
  list: readonly Figure[];
  names?: FigureValueProps['names'];
}) {
  if (isTable(list)) return <FigureTable rows={list} names={names} />;
  if (isRecords(list)) return <RecordTable records={list} />;
  if (names === undefined) return figureText(list);
  return (
    <ul className={classes.named}>
      {list.map((entry, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two entries may share a name, and none moves
        <li key={place}>
          <span>{names[place] ?? place + 1}</span>
          <span>{figureText(entry)}</span>
        </li>
      ))}
    </ul>
  );
}

function FieldList({ fields }: { fields: Fields }) {
  return (
    <ul className={classes.named}>
      {Object.entries(fields).map(([name, value]) => (
        <li key={name}>
          <span>{name}</span>
          <span>{figureText(value)}</span>
        </li>
      ))}
    </ul>
  );
}

/** Objects of like fields, one a row: components, items, attributes. */
function RecordTable({ records }: { records: readonly Fields[] }) {
  const fields = [...new Set(records.flatMap(Object.keys))];
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <thead>
          <tr>
            {fields.map((field) => (
              <th key={field} scope="col">
                {field}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {records.map((record, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: records have no other name, and none moves
            <tr key={place}>
              {fields.map((field) => (
                <td key={field} data-text={typeof record[field] === 'string' || undefined}>
                  {figureText(record[field] ?? null)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface FigureTableProps {
  rows: readonly (readonly Figure[])[];
  names?: readonly string[] | undefined;
}

function FigureTable({ rows, names }: FigureTableProps) {
  return (
    <div className={classes.tableFrame}>
      <table className={classes.table}>
        <tbody>
          {rows.map((row, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other name, and none moves
            <tr key={place}>
              {names !== undefined && <th scope="row">{names[place] ?? place + 1}</th>}
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: as above
                <td key={column}>{figureText(cell)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

type Fields = Readonly<Record<string, Figure>>;

function isList(value: Figure): value is readonly Figure[] {
  return Array.isArray(value);
}

function isFields(value: Figure): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function isTable(list: readonly Figure[]): list is readonly (readonly Figure[])[] {
  return list.length > 0 && list.every(isList);
}

function isRecords(list: readonly Figure[]): list is readonly Fields[] {
  return list.length > 0 && list.every(isFields);
}
