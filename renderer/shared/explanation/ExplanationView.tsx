import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { explanationLines, sampleText } from '../../../core/calc/explanation-text.ts';
import type { Explanation, ExplanationStep, Quantity } from '../../../core/contract/explanation.ts';
import type { Translate } from '../../../core/i18n/translate.ts';
import { notifyDone, notifyError } from '../ui/notify.ts';
import classes from './ExplanationView.module.css';
import { FigureValue } from './FigureValue.tsx';

/** What the entries of a list are called, by the symbol of the list. */
type EntryNames = Readonly<Record<string, readonly string[]>>;

interface ExplanationViewProps {
  explanation: Explanation;
  names?: EntryNames;
}

/** How a figure came about, step by step, so that a doubter can redo it. */
export function ExplanationView({ explanation, names = {} }: ExplanationViewProps) {
  const { t } = useTranslation();
  const { method, handling, inputs, steps, sources } = explanation;
  const words: Translate = (key, params) => t(key, params ?? {});
  const sample = sampleText(explanation, words);
  const copy = () =>
    navigator.clipboard
      .writeText(explanationLines(explanation, words).join('\n'))
      .then(() => notifyDone(t('explain:view.copied')), notifyError);
  return (
    <Stack gap="md">
      <div>
        {sample !== '' && <Text className={classes.sample}>{sample}</Text>}
        <Text size="sm" c="dimmed">
          {t(`explain:missing.${handling.missing}`)} {t(`explain:weights.${handling.weights}`)}
        </Text>
      </div>
      <section aria-label={t('explain:view.inputs')}>
        <Title order={3} className={classes.heading}>
          {t('explain:view.inputs')}
        </Title>
        <Quantities quantities={inputs} names={names} />
      </section>
      <ol className={classes.steps} aria-label={t('explain:view.steps')}>
        {steps.map((step) => (
          <Step
            key={step.id}
            step={step}
            title={t(`explain:steps.${method}.${step.id}`)}
            names={names}
          />
        ))}
      </ol>
      <Group justify="space-between" align="flex-end" wrap="nowrap">
        <section aria-label={t('explain:view.sources')}>
          {sources.map((source) => (
            <Text key={source} size="xs" c="dimmed">
              {source}
            </Text>
          ))}
        </section>
        <Button
          variant="default"
          className={classes.copy}
          leftSection={<IconCopy size={14} />}
          onClick={() => void copy()}
        >
          {t('explain:view.copy')}
        </Button>
      </Group>
    </Stack>
  );
}

interface StepProps {
  step: ExplanationStep;
  title: string;
  names: EntryNames;
}

function Step({ step, title, names }: StepProps) {
  return (
    <li className={classes.step}>
      <Text fw={600}>{title}</Text>
      <Text className={classes.formula}>{step.formula}</Text>
      {step.worked?.map((line) => (
        <Text key={line} className={classes.worked}>
          {line}
        </Text>
      ))}
      <Quantities quantities={step.results} names={names} />
    </li>
  );
}

interface QuantitiesProps {
  quantities: readonly Quantity[];
  names: EntryNames;
}

function Quantities({ quantities, names }: QuantitiesProps) {
  return (
    <dl className={classes.quantities}>
      {quantities.map(({ symbol, value, of }, place) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two components may share a name, and none moves
        <div key={place} className={classes.quantity}>
          <dt>{symbol}</dt>
          <dd>
            <FigureValue value={value} of={of} names={names[symbol]} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
