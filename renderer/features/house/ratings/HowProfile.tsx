import type { TFunction } from 'i18next';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import type { HowLine } from '../matrix-lines.ts';
import band from '../plan/Band.module.css';
import classes from './Profile.module.css';
import { ProfileLegend, ProfilePolyline } from './Profile.tsx';
import { ownLook, ratingTicks, ratingTop, rivalLook, type SeriesLook } from './series.ts';

/** In px. */
export const howProfileHeight = 120;
const padding = 12;

interface HowSeries {
  name: string;
  look: SeriesLook;
  ratingOf: (leaf: NonNullable<HowLine['leaf']>) => number | null;
}

function howSeries(competitors: HouseView['competitors'], t: TFunction): HowSeries[] {
  return [
    { name: t('house:ratings.own'), look: ownLook, ratingOf: ({ ownRating }) => ownRating },
    ...competitors.map(({ name }, place) => ({
      name,
      look: rivalLook(place),
      ratingOf: ({ ratings }: NonNullable<HowLine['leaf']>) => ratings[place] ?? null,
    })),
  ];
}

interface HowProfileProps {
  hows: HouseView['hows'];
  competitors: HouseView['competitors'];
  lines: readonly HowLine[];
  /** The drawn columns. */
  firstColumn: number;
  endColumn: number;
  columnWidth: number;
}

/** The profile lines of the technical ratings along the columns. */
export const HowProfile = memo(function HowProfile(props: HowProfileProps) {
  const { hows, competitors, firstColumn, columnWidth } = props;
  const { t } = useTranslation();
  const top = useMemo(
    () => ratingTop(hows.flatMap(({ ownRating, ratings }) => [ownRating, ...ratings])),
    [hows],
  );
  const series = useMemo(() => howSeries(competitors, t), [competitors, t]);
  const columns = props.lines.slice(firstColumn, props.endColumn);
  const yOf = (rating: number) =>
    howProfileHeight - padding - ((rating - 1) / (top - 1)) * (howProfileHeight - 2 * padding);
  const width = columns.length * columnWidth;
  return (
    <tr className={band.footRow} style={{ height: howProfileHeight }}>
      <th scope="row" className={band.footLabel}>
        <ProfileLegend series={series} />
        {t('house:ratings.technicalProfile')}
      </th>
      <td aria-hidden style={{ marginLeft: firstColumn * columnWidth, padding: 0 }}>
        <svg className={classes.picture} width={width} height={howProfileHeight} aria-hidden>
          {ratingTicks(top).map((tick) => (
            <g key={tick}>
              <line className={classes.gridLine} x1={0} x2={width} y1={yOf(tick)} y2={yOf(tick)} />
              <text className={classes.tickText} x={3} y={yOf(tick) - 2}>
                {tick}
              </text>
            </g>
          ))}
          {series.toReversed().map(({ name, look, ratingOf }) => (
            <ProfilePolyline
              key={`${look.tone} ${look.dash} ${name}`}
              look={look}
              name={name}
              points={columns.map(({ leaf }, at) => {
                const rating = leaf === null ? null : ratingOf(leaf);
                return rating === null ? null : { x: (at + 0.5) * columnWidth, y: yOf(rating) };
              })}
            />
          ))}
        </svg>
      </td>
    </tr>
  );
});
