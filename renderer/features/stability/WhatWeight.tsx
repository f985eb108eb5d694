import { ActionIcon } from '@mantine/core';
import { IconArrowBackUp } from '@tabler/icons-react';
import { memo, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatShare } from '../../../core/charts/chart-text.ts';
import classes from './Stability.module.css';

interface WhatWeightProps {
  row: number;
  code: string;
  name: string;
  /** Share of all weight, 0 to 1: as the house has it, and as it is tried. */
  base: number;
  share: number;
  /** The share at the right end of the slide. */
  reach: number;
  /** Moved itself, not along with others. */
  touched: boolean;
  onShare: (row: number, share: number) => void;
  onReset: (row: number) => void;
}

export const WhatWeight = memo(function WhatWeight(props: WhatWeightProps) {
  const { row, code, name, base, share, reach, onShare, onReset } = props;
  const { t } = useTranslation();
  const moved = Math.abs(share - base) > 1e-9;
  return (
    <li className={classes.slide} data-moved={props.touched || undefined}>
      <span className={classes.slideName} title={name}>
        <span className={classes.code}>{code}</span> {name}
      </span>
      <span className={classes.slideTrack}>
        <span
          className={classes.slideBase}
          style={{ left: `${Math.min(100, (base / reach) * 100)}%` }}
          title={t('stability:whatIf.base', { share: formatShare(base) })}
          aria-hidden
        />
        <input
          type="range"
          className={classes.slider}
          aria-label={t('stability:whatIf.slide', { name })}
          aria-valuetext={formatShare(share)}
          min={0}
          max={reach}
          step={0.005}
          value={share}
          onChange={(event) => onShare(row, Number(event.currentTarget.value))}
        />
      </span>
      <PercentField
        label={t('stability:whatIf.percent', { name })}
        share={share}
        onShare={(wanted) => onShare(row, wanted)}
      />
      <ActionIcon
        variant="subtle"
        size="sm"
        disabled={!moved}
        aria-label={t('stability:whatIf.resetOne', { name })}
        onClick={() => onReset(row)}
      >
        <IconArrowBackUp size={14} />
      </ActionIcon>
    </li>
  );
});

interface PercentFieldProps {
  label: string;
  share: number;
  onShare: (share: number) => void;
}

/** What is typed counts with Enter or on leaving: half a number is not meant. */
function PercentField({ label, share, onShare }: PercentFieldProps) {
  const shown = (share * 100).toFixed(1);
  const [entry, setEntry] = useState(shown);
  useEffect(() => setEntry(shown), [shown]);
  const keep = () => {
    const wanted = Number(entry.trim().replace(/%$/, ''));
    if (entry.trim() === '' || !(wanted >= 0 && wanted <= 100)) setEntry(shown);
    else if (entry !== shown) onShare(wanted / 100);
  };
  return (
    <span className={classes.percentField}>
      <input
        type="text"
        inputMode="decimal"
        aria-label={label}
        value={entry}
        onFocus={(event) => event.currentTarget.select()}
        onChange={(event) => setEntry(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
          if (event.key === 'Escape') setEntry(shown);
        }}
      />
      %
    </span>
  );
}
