import { Radio, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import {
  type DuplicateChoice,
  type DuplicatesFound,
  duplicateChoices,
  type ImportCheck,
} from '../../../core/contract/import.contract.ts';
import classes from './CheckStep.module.css';

interface DuplicateChoicesProps {
  checks: readonly ImportCheck[];
  choice: DuplicateChoice;
  onChange: (choice: DuplicateChoice) => void;
}

/** What is to become of rows that say what another says. */
export function DuplicateChoices({ checks, choice, onChange }: DuplicateChoicesProps) {
  const { t, i18n } = useTranslation();
  const sum = (kind: 'exact' | 'near') =>
    checks.reduce((total, check) => total + check[kind].count, 0);
  const exact = sum('exact');
  const near = sum('near');
  if (exact + near === 0) return null;
  const [first] = checks;
  const counts = {
    exact: exact.toLocaleString(i18n.language),
    near: near.toLocaleString(i18n.language),
  };
  return (
    <Stack gap={8}>
      <Radio.Group
        label={<Title order={3}>{t('import:check.duplicatesTitle')}</Title>}
        description={t('import:check.definition')}
        value={choice}
        onChange={(value) => {
          const chosen = duplicateChoices.find((known) => known === value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        <Stack gap={6} mt={8}>
          {duplicateChoices.map((value) => (
            <Radio
              key={value}
              size="xs"
              value={value}
              disabled={value === 'keep' ? false : value === 'mergeNear' ? false : exact === 0}
              label={t(`import:check.choices.${value}`, counts)}
            />
          ))}
        </Stack>
      </Radio.Group>
      {checks.length === 1 && first !== undefined && (
        <>
          <Samples title={t('import:check.exactSamples')} found={first.exact} />
          <Samples title={t('import:check.nearSamples')} found={first.near} />
        </>
      )}
    </Stack>
  );
}

function Samples({ title, found }: { title: string; found: DuplicatesFound }) {
  const { t, i18n } = useTranslation();
  if (found.count === 0) return null;
  const percent = (similarity: number) =>
    similarity.toLocaleString(i18n.language, { style: 'percent' });
  return (
    <details>
      <summary>
        <Text size="sm" component="span">
          {title}
        </Text>
      </summary>
      <div className={classes.samples}>
        <strong>{t('import:check.thisRow')}</strong>
        <strong>{t('import:check.otherRow')}</strong>
        {found.samples.map((sample, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: rows of a file have no other name
          <Pair key={index}>
            <span title={sample.text}>{sample.text}</span>
            <span title={sample.other}>
              {sample.other} ({percent(sample.similarity)}
              {sample.inWorkspace && ` · ${t('import:check.inWorkspace')}`})
            </span>
          </Pair>
        ))}
      </div>
    </details>
  );
}

function Pair({ children }: { children: React.ReactNode }) {
  return children;
}
