import type { TFunction } from 'i18next';
import { memo, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import type { WhatLine } from '../matrix-lines.ts';
import classes from './Profile.module.css';
import { ProfilePolyline } from './Profile.tsx';
import { ownLook, ratingTicks, rivalLook, type SeriesLook, targetLook } from './series.ts';
import { profileWidth, profileX, topOfWhats } from './what-scale.ts';

interface WhatSeries {
  name: string;
  look: SeriesLook;
  ratingOf: (leaf: NonNullable<WhatLine['leaf']>) => number | null;
}

/** Our own level, where we mean to be, and each competitor. */
export function whatSeries(competitors: HouseView['competitors'], t: TFunction): WhatSeries[] {
  return [
    { name: t('house:ratings.own'), look: ownLook, ratingOf: ({ current }) => current },
    { name: t('house:ratings.target'), look: targetLook, ratingOf: ({ target }) => target },
    ...competitors.map(({ name }, place) => ({
      name,
      look: rivalLook(place),
      ratingOf: ({ ratings }: NonNullable<WhatLine['leaf']>) => ratings[place] ?? null,
    })),
  ];
}

interface WhatProfileProps {
  whats: HouseView['whats'];
  competitors: HouseView['competitors'];
  lines: readonly WhatLine[];
  /** The drawn rows. */
  firstRow: number;
  endRow: number;
  rowHeight: number;
  /** In px from the left edge of the band. */
  left: number;
}

/** The profile lines down the drawn rows. A line that reaches beyond them is cut there. */
export const WhatProfile = memo(function WhatProfile(props: WhatProfileProps) {
  const { whats, competitors, rowHeight, left } = props;
  const { t } = useTranslation();
  const top = useMemo(() => topOfWhats(whats), [whats]);
  const series = useMemo(() => whatSeries(competitors, t), [competitors, t]);
  const rows = props.lines.slice(props.firstRow, props.endRow);
  const height = rows.length * rowHeight;
  return (
    <svg
      className={classes.picture}
      width={profileWidth}
      height={height}
      style={{ position: 'absolute', left, top: 0 }}
      aria-hidden
    >
      {ratingTicks(top).map((tick) => {
        const x = profileX(tick, top);
        return <line key={tick} className={classes.gridLine} x1={x} x2={x} y1={0} y2={height} />;
      })}
      {series.toReversed().map(({ name, look, ratingOf }) => (
        <ProfilePolyline
          key={`${look.tone} ${look.dash} ${name}`}
          look={look}
          name={name}
          points={rows.map(({ leaf }, at) => {
            const rating = leaf === null ? null : ratingOf(leaf);
            return rating === null ? null : { x: profileX(rating, top), y: (at + 0.5) * rowHeight };
          })}
        />
      ))}
    </svg>
  );
});
