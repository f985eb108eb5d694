import { Badge, Button, Tooltip } from '@mantine/core';
import { modals } from '@mantine/modals';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { formatScore } from '../../../../core/charts/chart-text.ts';
import type { HouseView, ImportanceSource } from '../../../../core/contract/house.contract.ts';
import type { ImportanceComparison } from '../../../../core/domain/importance/importance-sources.ts';
import { useHostMutation } from '../../../shared/host/host-queries.ts';
import { notifyDone } from '../../../shared/ui/notify.ts';
import shared from '../Importance.module.css';
import { keptWords, whatsWithout } from '../kept-importance.ts';
import { useStoreImportance } from '../use-store-importance.ts';
import { DirectCell } from './DirectCell.tsx';
import { useDirectEntry } from './direct-entry.ts';
import type { HouseSource } from './house-sources.ts';
import classes from './Sources.module.css';
import { SurveyDialog } from './SurveyDialog.tsx';
import { valueText } from './value-text.ts';

interface SourceTableProps {
  house: HouseView;
  sources: readonly HouseSource[];
  comparison: ImportanceComparison;
  activeId: number | null;
  onActive: (whatId: number) => void;
}

/** A row for each WHAT, a column for each source: its own value, the share of the whole and the rank. */
export function SourceTable({ house, sources, comparison, activeId, onActive }: SourceTableProps) {
  const { t } = useTranslation();
  const enter = useDirectEntry(house);
  const compared = new Map(comparison.sources.map((one) => [one.source, one]));
  return (
    <table className={classes.table} aria-label={t('importance:views.sources')}>
      <thead>
        <tr>
          <th scope="col">{t('importance:columns.what')}</th>
          {sources.map((source) => (
            <SourceHead key={source.source} house={house} source={source} />
          ))}
        </tr>
      </thead>
      <tbody>
        {house.whats.map(({ whatId, number, name, importance }, row) => (
          <tr
            key={whatId}
            data-active={whatId === activeId || undefined}
            onClick={() => onActive(whatId)}
            onFocus={() => onActive(whatId)}
          >
            <th scope="row">
              <span className={shared.number}>{number}</span> {name}
            </th>
            {sources.map(({ source, values, inUse, usable }) => {
              const value = values[row] ?? null;
              const share = compared.get(source)?.shares[row] ?? null;
              const rank = compared.get(source)?.ranks[row] ?? null;
              return (
                <td key={source} data-in-use={inUse || undefined}>
                  <div className={classes.cell}>
                    {source === 'direct' ? (
                      <DirectCell
                        row={row}
                        label={t('importance:direct.of', { name })}
                        value={value}
                        onEnter={enter}
                      />
                    ) : (
                      <span className={classes.value}>{valueText(source, value)}</span>
                    )}
                    {value === null && usable && (
                      <span className={classes.kept}>
                        {t(inUse ? 'importance:keptAt' : 'importance:wouldKeep', {
                          importance: valueText('direct', importance),
                        })}
                      </span>
                    )}
                    {share !== null && (
                      <>
                        <span className={classes.track} aria-hidden>
                          <span style={{ width: `${barWidth(share, house.whats.length)}%` }} />
                        </span>
                        <span className={classes.rank}>
                          {t('importance:rankAndShare', { rank, share: formatScore(share) })}
                        </span>
                      </>
                    )}
                  </div>
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Three times an average share fills the bar: longer ones would make all others too short to see. */
function barWidth(share: number, count: number): number {
  return Math.min(100, (share * count) / 3);
}

function SourceHead({ house, source }: { house: HouseView; source: HouseSource }) {
  const { t } = useTranslation();
  const name = t(`importance:sources.${source.source}`);
  const without = whatsWithout(house.whats, source).length;
  return (
    <th scope="col" data-in-use={source.inUse || undefined}>
      <div className={classes.head}>
        <Tooltip label={t(`importance:about.${source.source}`)} multiline w={280}>
          <span>{name}</span>
        </Tooltip>
        {source.inUse && !source.stale ? (
          <Badge size="sm" variant="light">
            {t('importance:inUse')}
          </Badge>
        ) : (
          <UseButton house={house} source={source} name={name} />
        )}
        <MakeLink house={house} source={source.source} />
        {without > 0 && (
          <span className={shared.soft}>
            {t(source.inUse ? 'importance:missingKept' : 'importance:missing', { count: without })}
          </span>
        )}
      </div>
    </th>
  );
}

function UseButton({
  house,
  source,
  name,
}: {
  house: HouseView;
  source: HouseSource;
  name: string;
}) {
  const { t } = useTranslation();
  const use = useHostMutation('house.useImportance', {
    onSuccess: () =>
      notifyDone(
        [t('importance:used', { source: name }), keptWords(t, whatsWithout(house.whats, source))]
          .join(' ')
          .trim(),
      ),
  });
  const store = useStoreImportance(house);
  if (!source.usable) return null;
  const take = () => {
    if (!source.live) {
      use.mutate({ houseId: house.id, source: source.source });
      return;
    }
    const values = house.whats.flatMap(({ whatId }, i) => {
      const value = source.values[i] ?? null;
      return value === null ? [] : [{ whatId, value }];
    });
    store(source.source, values);
  };
  return (
    <Button
      size="compact-xs"
      variant="light"
      onClick={take}
      aria-label={t(source.stale ? 'importance:refreshOf' : 'importance:useOf', { source: name })}
    >
      {t(source.stale ? 'importance:refresh' : 'importance:use')}
    </Button>
  );
}

/** Where the values of a source are made. */
function MakeLink({ house, source }: { house: HouseView; source: ImportanceSource }) {
  const { t } = useTranslation();
  if (source === 'survey') {
    return (
      <Button
        size="compact-xs"
        variant="subtle"
        onClick={() =>
          modals.open({
            title: t('importance:survey.title'),
            size: 'xl',
            children: <SurveyDialog house={house} />,
          })
        }
      >
        {t('importance:survey.open')}
      </Button>
    );
  }
  if (source !== 'ahp' && source !== 'groupAhp') return null;
  return (
    <Link
      to="/house/importance"
      search={{ id: house.id, view: source === 'ahp' ? 'pairs' : 'panel' }}
      className={classes.link}
    >
      {t('importance:makeAhp')}
    </Link>
  );
}
