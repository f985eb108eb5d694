import { type SlopePlace, slopePlaces } from '../../../core/charts/slope-places.ts';
import classes from './Rounds.module.css';

interface SlopeChartProps {
  lines: readonly { id: number; name: string; before: number; after: number }[];
  label: string;
  heads: { before: string; after: string };
}

const rowHeight = 22;
const left = 40;
const right = 210;
const top = 28;
const names = 244;

const yOf = (rows: number): number => top + rows * rowHeight;

function isTied({ row, at }: SlopePlace): boolean {
  return row !== at;
}

/** A line from each rank before to the rank after. Ties meet in one point, their names one below the other. */
export function SlopeChart({ lines, label, heads }: SlopeChartProps) {
  const before = slopePlaces(lines.map((line) => line.before));
  const after = slopePlaces(lines.map((line) => line.after));
  const height = top + lines.length * rowHeight + 8;
  return (
    <svg
      className={classes.slope}
      role="img"
      aria-label={label}
      width={520}
      height={height}
      viewBox={`0 0 520 ${height}`}
    >
      <text x={left} y={14} textAnchor="middle" className={classes.slopeHead}>
        {heads.before}
      </text>
      <text x={right} y={14} textAnchor="middle" className={classes.slopeHead}>
        {heads.after}
      </text>
      {lines.map(({ id, name, before: from, after: to }, line) => {
        const [start, end] = [before[line], after[line]];
        if (start === undefined || end === undefined) return null;
        const [y1, y2] = [yOf(start.at), yOf(end.at)];
        return (
          <g key={id} data-step={to < from ? 'up' : to > from ? 'down' : 'stays'}>
            <line x1={left} y1={y1} x2={right} y2={y2} />
            <circle cx={left} cy={y1} r={3.5} />
            <circle cx={right} cy={y2} r={3.5} />
            {start.first && (
              <text x={left - 10} y={y1 + 4} textAnchor="end">
                {from}
              </text>
            )}
            {end.first && (
              <text x={right + 10} y={y2 + 4} className={classes.slopeHead}>
                {to}
              </text>
            )}
            {isTied(end) && <path d={`M ${names - 10} ${y2} L ${names - 4} ${yOf(end.row)}`} />}
            <text x={names} y={yOf(end.row) + 4}>
              {short(name)}
            </text>
          </g>
        );
      })}
    </svg>
  );
}

const longestName = 26;

function short(name: string): string {
  const letters = [...name];
  return letters.length <= longestName ? name : `${letters.slice(0, longestName - 1).join('')}…`;
}
