import { Group, NumberInput, Select, Text } from '@mantine/core';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type KanoClass,
  kanoClasses,
  type RequirementRow,
} from '../../../core/contract/requirement.contract.ts';
import { useHostMutation } from '../../shared/host/host-queries.ts';
import { figureText, shareText } from './figure-text.ts';
import classes from './RequirementPane.module.css';

/** Kano class, given weight, and the importance that the evidence gives it. */
export function Judgement({ requirement }: { requirement: RequirementRow }) {
  const { t } = useTranslation();
  const setKano = useHostMutation('requirement.setKano');
  const { id, kano } = requirement;
  return (
    <div className={classes.section}>
      <Group grow align="flex-start" gap={10}>
        <Select
          label={t('requirement:kano.label')}
          placeholder={t('requirement:kano.none')}
          clearable
          data={kanoClasses.map((value) => ({ value, label: t(`requirement:kano.${value}`) }))}
          value={kano}
          onChange={(value) => setKano.mutate({ id, kano: kanoOf(value) })}
        />
        <WeightField requirement={requirement} />
      </Group>
      <Derivation requirement={requirement} />
    </div>
  );
}

function kanoOf(value: string | null): KanoClass | null {
  return kanoClasses.find((known) => known === value) ?? null;
}

const heaviestWeight = 1000;

/** Saved as one leaves it or presses Enter. */
function WeightField({ requirement: { id, weight } }: { requirement: RequirementRow }) {
  const { t } = useTranslation();
  const setWeight = useHostMutation('requirement.setWeight');
  const [typed, setTyped] = useState<number | string>(weight ?? '');
  const saved = useRef(weight);
  useEffect(() => {
    saved.current = weight;
    setTyped(weight ?? '');
  }, [weight]);
  const save = () => {
    const next = typeof typed === 'number' && typed > 0 ? typed : null;
    if (next === saved.current) return;
    saved.current = next;
    setWeight.mutate({ id, weight: next });
  };
  return (
    <NumberInput
      label={t('requirement:weight.label')}
      placeholder={t('requirement:weight.placeholder')}
      min={0}
      max={heaviestWeight}
      decimalScale={2}
      hideControls
      value={typed}
      onChange={setTyped}
      onBlur={save}
      onKeyDown={(event) => {
        if (event.key === 'Enter') save();
      }}
    />
  );
}

/** n × mean severity = importance, and its shares. */
function Derivation({ requirement: { importance, vocCount } }: { requirement: RequirementRow }) {
  const { t, i18n } = useTranslation();
  const figure = (value: number) => figureText(value, i18n.language);
  if (importance.meanSeverity === null) {
    return (
      <Text size="xs" c="dimmed" mt={8}>
        {t('requirement:importance.none')}
      </Text>
    );
  }
  const guessed = vocCount - importance.judged;
  return (
    <div className={classes.derivation}>
      <Text size="sm">
        {t('requirement:importance.title')}{' '}
        <strong>
          {t('requirement:importance.how', {
            count: vocCount,
            mean: figure(importance.meanSeverity),
            value: figure(importance.value),
          })}
        </strong>
      </Text>
      <Text size="xs" c="dimmed">
        {t('requirement:importance.shares', {
          share: shareText(importance.share ?? 0, i18n.language),
          siblings: shareText(importance.siblingShare ?? 0, i18n.language),
        })}
        {guessed > 0 &&
          ` · ${t('requirement:importance.assumed', { count: guessed, mean: figure(importance.assumedSeverity) })}`}
      </Text>
    </div>
  );
}
