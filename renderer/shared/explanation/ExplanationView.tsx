import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Explanation, ExplanationStep, Quantity } from '../../../core/calc/explanation.ts';
import { explanationLines, figureText, sampleText } from '../../../core/calc/explanation-text.ts';
import type { Translate } from '../../../core/i18n/translate.ts';
import { notifyDone, notifyError } from '../ui/notify.ts';
import classes from './ExplanationView.module.css';

/** How a figure came about, step by step, so that a doubter can redo it. */
export function ExplanationView({ explanation }: { explanation: Explanation }) {
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
        <Quantities quantities={inputs} />
      </section>
      <ol className={classes.steps} aria-label={t('explain:view.steps')}>
        {steps.map((step) => (
          <Step key={step.id} step={step} title={t(`explain:steps.${method}.${step.id}`)} />
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

function Step({ step, title }: { step: ExplanationStep; title: string }) {
  return (
    <li className={classes.step}>
      <Text fw={600}>{title}</Text>
      <Text className={classes.formula}>{step.formula}</Text>
      {step.worked?.map((line) => (
        <Text key={line} className={classes.worked}>
          {line}
        </Text>
      ))}
      <Quantities quantities={step.results} />
    </li>
  );
}

function Quantities({ quantities }: { quantities: readonly Quantity[] }) {
  const { t } = useTranslation();
  return (
    <dl className={classes.quantities}>
      {quantities.map(({ symbol, value, of }) => (
        <div key={symbol} className={classes.quantity}>
          <dt>{symbol}</dt>
          <dd>
            {figureText(value)}
            {of !== undefined && (
              <span className={classes.more}> {t('explain:view.firstOf', { count: of })}</span>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
