import { Text, VisuallyHidden } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconStarFilled } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../core/charts/chart-text.ts';
import type { HouseHow, HouseView } from '../../../core/contract/house.contract.ts';
import type { HowMove } from '../../../core/domain/importance/what-if.ts';
import classes from './Stability.module.css';
import type { WhatIf } from './use-what-if.ts';

interface HowMovesProps {
  house: HouseView;
  whatIf: WhatIf;
  topK: number;
}

/** The HOWs in the order that the tried weights give them, and how far each came. */
export function HowMoves({ house, whatIf, topK }: HowMovesProps) {
  const { t } = useTranslation();
  const { moves, isTried, kept, tau } = whatIf;
  const ordered = moves.toSorted(
    (a, b) => a.rankAfter - b.rankAfter || a.rankBefore - b.rankBefore,
  );
  const largest = Math.max(
    ...moves.flatMap(({ shareBefore, shareAfter }) => [shareBefore ?? 0, shareAfter ?? 0]),
  );
  return (
    <>
      <header className={classes.sheetHead}>
        <h2 className={classes.sheetTitle}>{t('stability:whatIf.ranks')}</h2>
      </header>
      <Text size="xs" c="dimmed" className={classes.sheetHint} role="status">
        {isTried
          ? t('stability:whatIf.summary', {
              topK,
              kept: kept ?? 0,
              tau: tau === null ? '–' : tau.toFixed(2).replace('-', '−'),
            })
          : t('stability:whatIf.untouched')}
      </Text>
      <ol className={classes.moves} aria-label={t('stability:whatIf.ranks')}>
        {ordered.map((move) => {
          const how = house.hows[move.how];
          if (how === undefined) return null;
          return <MoveRow key={how.howId} how={how} move={move} largest={largest} topK={topK} />;
        })}
      </ol>
    </>
  );
}

interface MoveRowProps {
  how: HouseHow;
  move: HowMove;
  largest: number;
  topK: number;
}

function MoveRow({ how, move, largest, topK }: MoveRowProps) {
  const { t } = useTranslation();
  const { rankBefore, rankAfter, gain, shareBefore, shareAfter } = move;
  const wasTop = rankBefore <= topK;
  const isTop = rankAfter <= topK;
  const length = (share: number | null) => `${largest === 0 ? 0 : ((share ?? 0) / largest) * 100}%`;
  return (
    <li className={classes.move} data-top={isTop || undefined}>
      <span className={classes.rank}>{rankAfter}</span>
      <span className={classes.gain} data-way={gain > 0 ? 'up' : gain < 0 ? 'down' : undefined}>
        {gain !== 0 && (
          <>
            {gain > 0 ? (
              <IconArrowUp size={13} aria-hidden />
            ) : (
              <IconArrowDown size={13} aria-hidden />
            )}
            {Math.abs(gain)}
          </>
        )}
        <VisuallyHidden>
          {t('stability:whatIf.move', { before: rankBefore, after: rankAfter })}
        </VisuallyHidden>
      </span>
      <span className={classes.moveName} title={how.name}>
        {how.csfId !== null && (
          <IconStarFilled
            size={13}
            className={classes.csf}
            aria-label={t('stability:whatIf.csf')}
          />
        )}
        <span className={classes.moveText}>{how.name}</span>
        {wasTop !== isTop && (
          <span className={classes.tag} data-way={isTop ? 'up' : 'down'}>
            {t(isTop ? 'stability:whatIf.entered' : 'stability:whatIf.left', { topK })}
          </span>
        )}
      </span>
      <span className={classes.twoBars} aria-hidden>
        <span className={classes.barBefore} style={{ width: length(shareBefore) }} />
        <span className={classes.barAfter} style={{ width: length(shareAfter) }} />
      </span>
      <span className={classes.shares}>
        {shareBefore === null ? '–' : formatShare(shareBefore)} →{' '}
        <strong>{shareAfter === null ? '–' : formatShare(shareAfter)}</strong>
      </span>
    </li>
  );
}
