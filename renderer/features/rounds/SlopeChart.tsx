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

/** A line from each rank before to the rank after; equal ranks stand one below the other. */
export function SlopeChart({ lines, label, heads }: SlopeChartProps) {
  const before = rows(lines, 'before');
  const after = rows(lines, 'after');
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
      {lines.map(({ id, name, before: from, after: to }) => {
        const y1 = top + (before.get(id) ?? 0) * rowHeight;
        const y2 = top + (after.get(id) ?? 0) * rowHeight;
        return (
          <g key={id} data-step={to < from ? 'up' : to > from ? 'down' : 'stays'}>
            <line x1={left} y1={y1} x2={right} y2={y2} />
            <circle cx={left} cy={y1} r={3.5} />
            <circle cx={right} cy={y2} r={3.5} />
            <text x={left - 10} y={y1 + 4} textAnchor="end">
              {from}
            </text>
            <text x={right + 10} y={y2 + 4}>
              <tspan className={classes.slopeHead}>{to}</tspan> {short(name)}
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

/** The place of each line from above, by its rank. */
function rows(
  lines: SlopeChartProps['lines'],
  side: 'before' | 'after',
): ReadonlyMap<number, number> {
  const ordered = lines.toSorted((a, b) => a[side] - b[side]);
  return new Map(ordered.map(({ id }, place) => [id, place]));
}
