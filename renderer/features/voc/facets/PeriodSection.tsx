import { type PointerEvent, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VocFacet, VocFilter } from '../../../../core/contract/voc.contract.ts';
import { DateField } from '../../../shared/ui/DateField.tsx';
import { withPart } from '../../../shared/voc/facet-filter.ts';
import classes from './FacetPanel.module.css';
import { FoldedSection } from './FoldedSection.tsx';
import {
  isPeriod,
  monthPeriod,
  monthsBetween,
  type Period,
  periodPresets,
  presetPeriod,
} from './period-presets.ts';

interface PeriodSectionProps {
  counted: VocFacet | undefined;
  filter: VocFilter;
  onChange: (filter: VocFilter) => void;
  /** Local calendar date. */
  today: string;
  open: boolean;
  onToggle: () => void;
}

/** When the VOC were received: presets, two dates, and the months to drag a range over. */
export function PeriodSection({
  counted,
  filter,
  onChange,
  today,
  open,
  onToggle,
}: PeriodSectionProps) {
  const { t } = useTranslation();
  const setPeriod = (period: Period | null) =>
    onChange(
      withPart(
        withPart(withPart(filter, 'months', undefined), 'receivedFrom', period?.from),
        'receivedTo',
        period?.to,
      ),
    );
  return (
    <FoldedSection title={t('voc:filters.period')} chosen={0} open={open} onToggle={onToggle}>
      <div className={classes.period}>
        <MonthBars counted={counted} filter={filter} onPick={setPeriod} />
        <fieldset className={classes.presets} aria-label={t('voc:periods.label')}>
          {periodPresets.map((preset) => {
            const period = presetPeriod(preset, today);
            const chosen = isPeriod(filter, period);
            return (
              <button
                key={preset}
                type="button"
                className={classes.preset}
                aria-pressed={chosen}
                onClick={() => setPeriod(chosen ? null : period)}
              >
                {t(`voc:periods.${preset}`)}
              </button>
            );
          })}
        </fieldset>
        <DateField
          aria-label={t('voc:filters.from')}
          leftSection={t('voc:filters.fromMark')}
          leftSectionWidth={44}
          value={filter.receivedFrom ?? ''}
          onChange={(date) =>
            onChange(withPart(filter, 'receivedFrom', date === '' ? undefined : date))
          }
        />
        <DateField
          aria-label={t('voc:filters.to')}
          leftSection={t('voc:filters.toMark')}
          leftSectionWidth={44}
          value={filter.receivedTo ?? ''}
          onChange={(date) =>
            onChange(withPart(filter, 'receivedTo', date === '' ? undefined : date))
          }
        />
      </div>
    </FoldedSection>
  );
}

interface MonthBarsProps {
  counted: VocFacet | undefined;
  filter: VocFilter;
  onPick: (period: Period | null) => void;
}

/** A press takes a month, dragging takes several; the two dates below say the same by keyboard. */
function MonthBars({ counted, filter, onPick }: MonthBarsProps) {
  const { t, i18n } = useTranslation();
  const box = useRef<HTMLDivElement>(null);
  const [drag, setDrag] = useState<{ from: number; to: number } | null>(null);
  const counts = new Map((counted?.values ?? []).map(({ value, count }) => [value, count]));
  const names = [...counts.keys()].filter((name) => /^\d{4}-\d{2}$/.test(name)).toSorted();
  const months = monthsBetween(names[0] ?? '9999-12', names.at(-1) ?? '0000-00');
  if (months.length === 0) return <div className={classes.noBars} />;
  const most = Math.max(1, ...counts.values());
  const [low, high] =
    drag === null ? [-1, -1] : [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];
  const isChosen = (month: string, place: number) => {
    if (drag !== null) return place >= low && place <= high;
    const { from, to } = monthPeriod(month);
    const { receivedFrom, receivedTo } = filter;
    if (filter.months !== undefined) return filter.months.includes(month);
    if (receivedFrom === undefined && receivedTo === undefined) return true;
    return (receivedFrom ?? '') <= to && (receivedTo ?? '9999') >= from;
  };
  const placeAt = (event: PointerEvent | globalThis.PointerEvent) => {
    const area = box.current?.getBoundingClientRect();
    if (area === undefined) return 0;
    const share = (event.clientX - area.left) / area.width;
    return Math.max(0, Math.min(months.length - 1, Math.floor(share * months.length)));
  };
  const onPointerDown = (down: PointerEvent<HTMLDivElement>) => {
    const area = down.currentTarget;
    const from = placeAt(down);
    let to = from;
    area.setPointerCapture(down.pointerId);
    setDrag({ from, to });
    const follow = (move: globalThis.PointerEvent) => {
      to = placeAt(move);
      setDrag({ from, to });
    };
    const end = () => {
      area.removeEventListener('pointermove', follow);
      setDrag(null);
      const first = monthPeriod(months[Math.min(from, to)] ?? '');
      const last = monthPeriod(months[Math.max(from, to)] ?? '');
      const period = { from: first.from, to: last.to };
      onPick(isPeriod(filter, period) ? null : period);
    };
    area.addEventListener('pointermove', follow);
    area.addEventListener('lostpointercapture', end, { once: true });
  };
  return (
    <>
      <div
        ref={box}
        className={classes.bars}
        role="img"
        aria-label={t('voc:periods.bars', { from: months[0], to: months.at(-1) })}
        onPointerDown={onPointerDown}
      >
        {months.map((month, place) => (
          <span
            key={month}
            className={classes.month}
            data-chosen={isChosen(month, place) || undefined}
            title={t('voc:periods.month', {
              month,
              count: (counts.get(month) ?? 0).toLocaleString(i18n.language),
            })}
          >
            <span style={{ height: `${((counts.get(month) ?? 0) / most) * 100}%` }} />
          </span>
        ))}
      </div>
      <div className={classes.axis} aria-hidden>
        <span>{months[0]}</span>
        <span>{months.at(-1)}</span>
      </div>
    </>
  );
}
