import { ActionIcon, Tooltip } from '@mantine/core';
import { IconAdjustments } from '@tabler/icons-react';
import { memo, type ReactNode, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import type { WhatFigures } from '../../../../core/domain/house/house-figures.ts';
import {
  bandShowing,
  type MatrixFrame,
  type MatrixSlots,
  type SideRowProps,
} from '../matrix-frame.ts';
import type { WhatLine } from '../matrix-lines.ts';
import profile from '../ratings/Profile.module.css';
import { ProfileLegend } from '../ratings/Profile.tsx';
import { ratingTicks } from '../ratings/series.ts';
import { WhatProfile, whatSeries } from '../ratings/WhatProfile.tsx';
import { profileWidth, profileX, topOfWhats } from '../ratings/what-scale.ts';
import classes from './Band.module.css';
import { BandCell } from './BandCell.tsx';
import { Band } from './band.ts';
import { type SideChange, sideEdit } from './side-change.ts';
import type { SideField } from './side-fields.ts';
import { useBand } from './use-band.tsx';

export interface SideSlotParts {
  /** null while the plan is hidden. */
  plan: readonly SideField[] | null;
  /** null while the ratings are hidden. */
  ratings: readonly SideField[] | null;
  onReplay: (command: 'edit.undo' | 'edit.redo') => void;
  onManageCompetitors: () => void;
  onOpenOptions: () => void;
}

/** The columns right of the relations: the plan, then the customers' ratings with their lines. */
export function sideSlot({
  plan,
  ratings,
  onReplay,
  onManageCompetitors,
  onOpenOptions,
}: SideSlotParts): NonNullable<MatrixSlots['side']> {
  const fields = [...(plan ?? []), ...(ratings ?? [])];
  const widthOf = (some: readonly SideField[]) => some.reduce((sum, { size }) => sum + size, 0);
  const fieldsWidth = widthOf(fields);
  const hasProfile = ratings !== null;
  const band = new Band<WhatLine, WhatFigures, SideChange>(fields, 'rows');

  function Head(frame: MatrixFrame) {
    const { t } = useTranslation();
    const { view, lines, figures, sizes } = frame;
    const element = useBand(band, {
      lines: lines.rows,
      figures: figures.whats,
      step: { row: sizes.rowHeight, column: 0 },
      onWrites: (writes) => {
        const edit = sideEdit(view.id, writes);
        if (edit !== null) frame.onEdit(edit);
      },
      onReplay,
      onLeave: (way, { row }) => {
        if (way !== 'left' || lines.columns.length === 0) return false;
        frame.goTo({ row, column: lines.columns.length - 1 });
        return true;
      },
    });
    const top = useMemo(() => topOfWhats(view.whats), [view.whats]);
    return (
      <div ref={element} className={classes.head}>
        {plan !== null && (
          <HeadGroup
            title={t('house:plan.title')}
            width={widthOf(plan)}
            tool={<PlanUse weighting={view.weighting} onOpenOptions={onOpenOptions} />}
          >
            <HeadFields fields={plan} />
          </HeadGroup>
        )}
        {ratings !== null && (
          <HeadGroup
            title={t('house:ratings.title')}
            width={widthOf(ratings) + profileWidth}
            tool={
              <Tooltip label={t('house:ratings.manage')}>
                <ActionIcon
                  size={24}
                  aria-label={t('house:ratings.manage')}
                  onClick={onManageCompetitors}
                >
                  <IconAdjustments size={15} />
                </ActionIcon>
              </Tooltip>
            }
          >
            <HeadFields fields={ratings} upright />
            <div className={classes.headProfile} style={{ width: profileWidth }}>
              <ProfileLegend series={whatSeries(view.competitors, t)} />
              <div className={profile.ticks} aria-hidden>
                {ratingTicks(top).map((tick) => (
                  <span key={tick} style={{ left: profileX(tick, top) }}>
                    {tick}
                  </span>
                ))}
              </div>
            </div>
          </HeadGroup>
        )}
      </div>
    );
  }

  const Row = memo(function Row({ row, line, figures }: SideRowProps) {
    return (
      <>
        {fields.map((field, column) => (
          <BandCell
            key={field.key}
            band={band}
            field={field}
            line={line}
            figures={figures}
            lineName={line.name}
            row={row}
            column={column}
            width={field.size}
          />
        ))}
        {hasProfile && (
          <td aria-hidden className={profile.profileCell} style={{ width: profileWidth }} />
        )}
      </>
    );
  });

  function Overlay({ view, lines, drawn, sizes }: MatrixFrame) {
    return (
      <WhatProfile
        whats={view.whats}
        competitors={view.competitors}
        lines={lines.rows}
        firstRow={drawn.firstRow}
        endRow={drawn.endRow}
        rowHeight={sizes.rowHeight}
        left={fieldsWidth}
      />
    );
  }

  function Foot() {
    return <div className={classes.footFill} />;
  }

  return {
    width: fieldsWidth + (hasProfile ? profileWidth : 0),
    Head: bandShowing(Head, ({ view, lines, figures, sizes, onEdit, goTo }) => [
      ...[view.id, view.weighting, view.whats, view.competitors, lines, figures.whats],
      ...[sizes, onEdit, goTo],
    ]),
    Row,
    Foot: bandShowing(Foot, () => []),
    ...(hasProfile && { Overlay }),
    enter: (row) => {
      band.enter({ row, column: 0 });
      return fields.length > 0;
    },
  };
}

interface PlanUseProps {
  weighting: HouseView['weighting'];
  onOpenOptions: () => void;
}

/** Whether the plan counts: unsaid, weights that leave it out read as an error of arithmetic. */
function PlanUse({ weighting, onOpenOptions }: PlanUseProps) {
  const { t } = useTranslation();
  return (
    <Tooltip label={t(`house:plan.use.${weighting}.hint`)} multiline w={280}>
      <button
        type="button"
        className={classes.headUse}
        data-unused={weighting === 'importance' || undefined}
        onClick={onOpenOptions}
      >
        {t(`house:plan.use.${weighting}.label`)}
      </button>
    </Tooltip>
  );
}

interface HeadGroupProps {
  title: string;
  width: number;
  tool?: ReactNode;
  children: ReactNode;
}

function HeadGroup({ title, width, tool, children }: HeadGroupProps) {
  return (
    <div className={classes.headGroup} style={{ width }}>
      <div className={classes.headTitle}>
        <span>{title}</span>
        {tool}
      </div>
      <div className={classes.headFields}>{children}</div>
    </div>
  );
}

function HeadFields({ fields, upright }: { fields: readonly SideField[]; upright?: boolean }) {
  return fields.map(({ key, label, hint, size }) => (
    <div
      key={key}
      className={classes.headField}
      data-upright={upright}
      style={{ width: size }}
      title={`${label}\n${hint}`}
    >
      <span>{label}</span>
    </div>
  ));
}
