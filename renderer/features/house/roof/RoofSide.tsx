import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { type RoofValue, roofText } from '../../../../core/domain/house/roof.ts';
import type { RoofBearing } from '../../../../core/domain/house/roof-findings.ts';
import classes from './Roof.module.css';

interface RoofSideProps {
  width: number;
  /** The pair pointed at; null for none. */
  pair: {
    names: readonly [string, string];
    value: RoofValue;
    bearing: RoofBearing | null;
    /** False where a collapsed group keeps it from being written. */
    writable: boolean;
  } | null;
  /** Signs and their meaning fit beside a tall roof only. */
  hasLegend: boolean;
  /** A choice above the words, where the roof lies flat. */
  children?: ReactNode;
}

const strengths = [2, 1, -1, -2] as const;

/** Beside the roof: what it says of the pair one is at. */
export function RoofSide({ width, pair, hasLegend, children }: RoofSideProps) {
  const { t } = useTranslation();
  return (
    <div className={classes.side} style={{ width, marginLeft: -width }}>
      {children}
      <div className={classes.pair} aria-live="polite">
        {pair === null ? (
          <span>{t('house:roof.keys')}</span>
        ) : (
          <>
            {children === undefined && <strong>{pair.names[0]}</strong>}
            <strong>{pair.names[1]}</strong>
            <span>
              {pair.writable ? wordsOf(pair.value) : t('house:roof.openGroup')}
              {pair.bearing !== null && ` · ${t(`house:roof.bearing.${pair.bearing}`)}`}
            </span>
          </>
        )}
      </div>
      {hasLegend && (
        <ul className={classes.legend}>
          {strengths.map((strength) => (
            <li key={strength}>
              <span className={classes.sign} data-strength={strength}>
                {roofText(strength, 'plusMinus')}
              </span>
              {t(`house:roof.strength.${strength}`)}
            </li>
          ))}
        </ul>
      )}
    </div>
  );

  function wordsOf(value: RoofValue): string {
    const sign = roofText(value, 'plusMinus');
    const words = t(`house:roof.strength.${value}`);
    return sign === '' ? words : `${sign} ${words}`;
  }
}
