import { figureText } from '../../../core/calc/explanation-text.ts';
import type { Figure } from '../../../core/contract/explanation.ts';
import classes from './ExplanationView.module.css';

interface FigureValueProps {
  value: Figure;
  /** What the entries of a list, or the rows of a table, are called. */
  names?: readonly string[] | undefined;
}

/** A figure of a derivation: a table where it has rows, a list of names where they are known. */
export function FigureValue({ value, names }: FigureValueProps) {
  if (isTable(value)) return <FigureTable rows={value} names={names} />;
  if (names !== undefined && Array.isArray(value)) {
    return (
      <ul className={classes.named}>
        {value.map((entry: Figure, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two entries may share a name, and none moves
          <li key={place}>
            <span>{names[place] ?? place + 1}</span>
            <span>{figureText(entry)}</span>
          </li>
        ))}
      </ul>
    );
  }
  return figureText(value);
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

function isTable(value: Figure): value is readonly (readonly Figure[])[] {
  return Array.isArray(value) && value.length > 0 && value.every(Array.isArray);
}
