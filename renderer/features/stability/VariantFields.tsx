import { Button, Checkbox, Group, NumberInput, Select, Text } from '@mantine/core';
import { IconClipboardCopy, IconDice5 } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { type HouseView, houseNormalizations } from '../../../core/contract/house.contract.ts';
import type {
  HouseStability,
  StabilityOptions,
} from '../../../core/contract/stability.contract.ts';
import { weightsOfWhats } from '../../../core/domain/house/house-matrix.ts';
import { copyText } from '../../shared/grid/copy-text.ts';
import { host } from '../../shared/host/host-client.ts';
import { notifyDone, notifyError } from '../../shared/ui/notify.ts';
import { PaneTitle } from '../../shared/ui/Split.tsx';
import classes from './Stability.module.css';

const drawChoices = [1_000, 10_000, 50_000, 100_000];
const highestSeed = 2_147_483_647;

interface VariantFieldsProps {
  house: HouseView;
  stability: HouseStability;
  aboveCount: number;
}

/** What is varied: kept with the house, so that list, report and screen tell the same. */
export function VariantFields({ house, stability, aboveCount }: VariantFieldsProps) {
  const { t, i18n } = useTranslation();
  const { options, topK, topKFollowsCsfs, scales, houseId } = stability;
  const keep = (patch: Partial<StabilityOptions>) =>
    void host
      .call('stability.setOptions', { houseId, options: { ...options, ...patch } })
      .catch(notifyError);
  const keepTop = (value: number | null) =>
    void host.call('stability.setOptions', { houseId, topK: value }).catch(notifyError);
  return (
    <section className={classes.section} aria-label={t('stability:options.title')}>
      <PaneTitle>{t('stability:options.title')}</PaneTitle>
      <Group gap={8} align="flex-end" wrap="nowrap">
        <KeptNumber
          label={t('stability:options.topK')}
          value={topK}
          min={1}
          max={house.hows.length}
          onKeep={keepTop}
        />
        <Button
          variant="default"
          flex="none"
          disabled={aboveCount === 0 || aboveCount === topK}
          onClick={() => keepTop(aboveCount)}
        >
          {t('stability:options.asCut', { count: aboveCount })}
        </Button>
      </Group>
      {topKFollowsCsfs ? (
        <Text size="xs" c="dimmed">
          {t('stability:options.followsCsfs')}
        </Text>
      ) : (
        <Button variant="subtle" size="compact-xs" onClick={() => keepTop(null)}>
          {t('stability:options.followCsfs')}
        </Button>
      )}
      <Group gap={8} grow align="flex-end">
        <KeptNumber
          label={t('stability:options.noise')}
          value={Math.round(options.weightNoise * 1000) / 10}
          min={0}
          max={100}
          step={5}
          suffix="%"
          prefix="±"
          onKeep={(value) => keep({ weightNoise: value / 100 })}
        />
        <Select
          label={t('stability:options.draws')}
          allowDeselect={false}
          data={[...new Set([...drawChoices, options.draws])]
            .toSorted((a, b) => a - b)
            .map((draws) => ({
              value: String(draws),
              label: draws.toLocaleString(i18n.language),
            }))}
          value={String(options.draws)}
          onChange={(value) => value !== null && keep({ draws: Number(value) })}
        />
      </Group>
      <Checkbox.Group
        label={t('stability:options.scales')}
        description={t('stability:options.scalesHint')}
        value={['own', ...options.otherScales.map(String)]}
        onChange={(names) =>
          keep({ otherScales: scales.slice(1).filter((values) => names.includes(String(values))) })
        }
      >
        <div className={classes.checks}>
          <Checkbox
            size="xs"
            disabled
            value="own"
            label={t('stability:options.ownScale', { values: (scales[0] ?? []).join(' · ') })}
          />
          {scales.slice(1).map((values) => (
            <Checkbox
              key={String(values)}
              size="xs"
              value={String(values)}
              label={values.join(' · ')}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Checkbox.Group
        label={t('stability:options.normalizations')}
        value={options.normalizations}
        onChange={(names) =>
          keep({ normalizations: houseNormalizations.filter((name) => names.includes(name)) })
        }
      >
        <div className={classes.checks}>
          {houseNormalizations.map((name) => (
            <Checkbox
              key={name}
              size="xs"
              value={name}
              label={t(`stability:normalizations.${name}`)}
              disabled={options.normalizations.length === 1 && options.normalizations[0] === name}
            />
          ))}
        </div>
      </Checkbox.Group>
      <Group gap={8} align="flex-end" wrap="nowrap">
        <KeptNumber
          label={t('stability:options.seed')}
          value={options.seed}
          min={0}
          max={highestSeed}
          onKeep={(seed) => keep({ seed })}
        />
        <Button
          variant="default"
          flex="none"
          leftSection={<IconDice5 size={14} />}
          onClick={() => keep({ seed: Math.floor(Math.random() * highestSeed) })}
        >
          {t('stability:options.newSeed')}
        </Button>
      </Group>
      <Button
        variant="subtle"
        size="compact-sm"
        leftSection={<IconClipboardCopy size={14} />}
        title={t('stability:options.copyHint')}
        onClick={() =>
          void copyText(calcInputOf(house, stability))
            .then(() => notifyDone(t('stability:options.copied')))
            .catch(notifyError)
        }
      >
        {t('stability:options.copy')}
      </Button>
    </section>
  );
}

/** What `csm calc robustness` reads to give the same figures. */
function calcInputOf(house: HouseView, { options, topK, scales }: HouseStability): string {
  const { otherScales, ...counted } = options;
  return JSON.stringify({
    weights: weightsOfWhats(house),
    relations: house.relations,
    scales: [...scales.slice(0, 1), ...otherScales],
    ...counted,
    topK,
  });
}

interface KeptNumberProps {
  label: string;
  value: number;
  min: number;
  max: number;
  step?: number;
  prefix?: string;
  suffix?: string;
  onKeep: (value: number) => void;
}

/** A number that counts once it is whole: with Enter, with the arrows, or on leaving. */
function KeptNumber({ value, onKeep, ...field }: KeptNumberProps) {
  const [entry, setEntry] = useState<number | string>(value);
  useEffect(() => setEntry(value), [value]);
  const keep = () => {
    if (typeof entry !== 'number') setEntry(value);
    else if (entry !== value) onKeep(entry);
  };
  return (
    <NumberInput
      {...field}
      decimalScale={field.suffix === undefined ? 0 : 1}
      clampBehavior="strict"
      value={entry}
      onChange={setEntry}
      onBlur={keep}
      onKeyDown={(event: KeyboardEvent) => {
        if (event.key === 'Enter') keep();
      }}
    />
  );
}
