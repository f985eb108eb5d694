import classes from './Profile.module.css';
import { runsOf, type SeriesLook } from './series.ts';

export interface ProfilePoint {
  x: number;
  y: number;
}

interface ProfileLineProps {
  look: SeriesLook;
  name: string;
  /** null where nobody rated: the line is broken there. */
  points: readonly (ProfilePoint | null)[];
}

/** One line of ratings with a mark on each. */
export function ProfilePolyline({ look, name, points }: ProfileLineProps) {
  return (
    <g className={classes.series} data-tone={look.tone} data-series={name}>
      {runsOf(points).map((run) => (
        <polyline
          key={`${run[0]?.x} ${run[0]?.y}`}
          points={run.map(({ x, y }) => `${x},${y}`).join(' ')}
          strokeWidth={look.width}
          strokeDasharray={look.dash}
        />
      ))}
      {points.map((point) =>
        point === null ? null : (
          <ProfileMark key={`${point.x} ${point.y}`} look={look} at={point} />
        ),
      )}
    </g>
  );
}

const size = 3.5;

function ProfileMark({ look: { mark }, at: { x, y } }: { look: SeriesLook; at: ProfilePoint }) {
  switch (mark) {
    case 'circle':
      return <circle className={classes.full} cx={x} cy={y} r={size} />;
    case 'ring':
      return <circle className={classes.hollow} cx={x} cy={y} r={size} />;
    case 'square':
      return (
        <rect
          className={classes.hollow}
          x={x - size}
          y={y - size}
          width={2 * size}
          height={2 * size}
        />
      );
    case 'triangle':
      return (
        <polygon
          className={classes.hollow}
          points={`${x},${y - size - 1} ${x + size + 0.5},${y + size - 0.5} ${x - size - 0.5},${y + size - 0.5}`}
        />
      );
    case 'diamond':
      return (
        <polygon
          className={classes.hollow}
          points={`${x},${y - size - 1} ${x + size + 1},${y} ${x},${y + size + 1} ${x - size - 1},${y}`}
        />
      );
    case 'cross':
      return (
        <path
          className={classes.stroked}
          d={`M${x - size},${y - size} L${x + size},${y + size} M${x - size},${y + size} L${x + size},${y - size}`}
        />
      );
  }
}

/** Whose line is which. */
export function ProfileLegend({
  series,
}: {
  series: readonly { name: string; look: SeriesLook }[];
}) {
  return (
    <ul className={classes.legend}>
      {series.map(({ name, look }) => (
        <li key={`${look.tone} ${look.dash} ${name}`} title={name}>
          <svg width={30} height={12} aria-hidden className={classes.key}>
            <g className={classes.series} data-tone={look.tone}>
              <line
                x1={1}
                x2={29}
                y1={6}
                y2={6}
                strokeWidth={look.width}
                strokeDasharray={look.dash}
              />
              <ProfileMark look={look} at={{ x: 15, y: 6 }} />
            </g>
          </svg>
          <span>{name}</span>
        </li>
      ))}
    </ul>
  );
}
