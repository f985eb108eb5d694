import { Button, Group, Loader, Select, Stack, Text } from '@mantine/core';
import { modals } from '@mantine/modals';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { formatCount, formatShare } from '../../../../core/charts/chart-text.ts';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import {
  type DerivedImportance,
  type SurveyMethod,
  surveyMethods,
} from '../../../../core/contract/importance.contract.ts';
import { likelyWholeItem } from '../../../../core/domain/importance/whole-item.ts';
import { useHostQuery } from '../../../shared/host/host-queries.ts';
import shared from '../Importance.module.css';
import { useStoreImportance } from '../use-store-importance.ts';

/** Importance from what goes with overall satisfaction in a survey wave. */
export function SurveyDialog({ house }: { house: HouseView }) {
  const { t } = useTranslation();
  const { data: waves } = useHostQuery('survey.listWaves', {});
  const { data: items } = useHostQuery('survey.listItems', {});
  const [chosenWave, chooseWave] = useState<number | null>(null);
  const [chosenItem, chooseItem] = useState<number | null>(null);
  const [method, setMethod] = useState<SurveyMethod>('relativeWeight');
  const wave = waves?.find(({ id }) => id === chosenWave) ?? waves?.at(-1);
  const asked = useMemo(
    () => (items ?? []).filter(({ waveIds }) => wave !== undefined && waveIds.includes(wave.id)),
    [items, wave],
  );
  const whole = asked.find(({ id }) => id === chosenItem) ?? likelyWholeItem(asked);
  if (waves === undefined || items === undefined) return <Loader size="sm" />;
  if (wave === undefined || whole === null) {
    return <Text size="sm">{t('importance:survey.noWave')}</Text>;
  }
  return (
    <Stack gap={12}>
      <Text size="sm">{t('importance:survey.intro')}</Text>
      <Group grow align="flex-end">
        <Select
          label={t('importance:survey.wave')}
          allowDeselect={false}
          data={waves.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={String(wave.id)}
          onChange={(value) => value !== null && chooseWave(Number(value))}
        />
        <Select
          label={t('importance:survey.whole')}
          allowDeselect={false}
          searchable
          data={asked.map(({ id, label }) => ({ value: String(id), label }))}
          value={String(whole.id)}
          onChange={(value) => value !== null && chooseItem(Number(value))}
        />
        <Select
          label={t('importance:survey.method')}
          allowDeselect={false}
          data={surveyMethods.map((value) => ({
            value,
            label: t(`importance:survey.methods.${value}`),
          }))}
          value={method}
          onChange={(value) => setMethod(value === 'correlation' ? value : 'relativeWeight')}
        />
      </Group>
      <Text size="xs" c="dimmed">
        {t(`importance:survey.methodHints.${method}`)}
      </Text>
      <Derived
        key={`${wave.id}:${whole.id}:${method}`}
        house={house}
        waveId={wave.id}
        wholeItemId={whole.id}
        method={method}
      />
    </Stack>
  );
}

interface DerivedProps {
  house: HouseView;
  waveId: number;
  wholeItemId: number;
  method: SurveyMethod;
}

function Derived({ house, waveId, wholeItemId, method }: DerivedProps) {
  const { t } = useTranslation();
  const asked = { houseId: house.id, waveId, wholeItemId, method };
  const { data, error } = useHostQuery('importance.fromSurvey', asked);
  const store = useStoreImportance(house);
  if (error !== null) return <Text size="sm">{t('importance:survey.failed')}</Text>;
  if (data === undefined) return <Loader size="sm" aria-label={t('app:loading')} />;
  const values = data.whats.flatMap(({ whatId, figure }) => {
    const value = figure?.value ?? null;
    return value === null ? [] : [{ whatId, value }];
  });
  return (
    <>
      {data.problem !== null ? (
        <p className={shared.verdict} data-tone="warn">
          {t(`importance:survey.problems.${data.problem.kind}`, data.problem)}
        </p>
      ) : (
        <p className={shared.verdict}>
          {t('importance:survey.from', { count: formatCount(data.n) })}
          {data.rSquared !== null &&
            ` ${t('importance:survey.explained', { share: formatShare(data.rSquared) })}`}
        </p>
      )}
      <DerivedTable house={house} derived={data} />
      {data.problem === null && values.length < house.whats.length && (
        <Text size="xs" c="dimmed">
          {t('importance:survey.without', { count: house.whats.length - values.length })}
        </Text>
      )}
      <Group justify="flex-end" gap={8}>
        <Button variant="default" onClick={() => modals.closeAll()}>
          {t('importance:cancel')}
        </Button>
        <Button
          disabled={data.problem !== null || values.length === 0}
          onClick={() => {
            store('survey', values);
            modals.closeAll();
          }}
        >
          {t('importance:storeAndUse')}
        </Button>
      </Group>
    </>
  );
}

function DerivedTable({ house, derived }: { house: HouseView; derived: DerivedImportance }) {
  const { t } = useTranslation();
  const byWhat = new Map(derived.whats.map((one) => [one.whatId, one]));
  return (
    <div style={{ maxHeight: 320, overflow: 'auto' }}>
      <table className={shared.figures} aria-label={t('importance:survey.title')}>
        <thead>
          <tr>
            <th>{t('importance:columns.what')}</th>
            <th>{t('importance:survey.items')}</th>
            <th data-figure>n</th>
            <th data-figure>{t('importance:survey.correlation')}</th>
            <th data-figure>{t('importance:columns.weight')}</th>
          </tr>
        </thead>
        <tbody>
          {house.whats.map(({ whatId, number, name }) => {
            const { items = [], figure = null } = byWhat.get(whatId) ?? {};
            return (
              <tr key={whatId}>
                <td>
                  <span className={shared.number}>{number}</span> {name}
                </td>
                <td className={shared.soft}>
                  {items.length === 0
                    ? t('importance:survey.noItem')
                    : items.map(({ label }) => label).join(', ')}
                </td>
                <td data-figure>{figure === null ? '–' : formatCount(figure.n)}</td>
                <td data-figure>
                  {figure === null || figure.correlation === null
                    ? '–'
                    : figure.correlation.toFixed(2).replace('-', '−')}
                </td>
                <td data-figure>
                  {figure === null || figure.value === null ? '–' : figure.value.toFixed(1)}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
  );
}
