import { Alert, Button, Group, NativeSelect, Text, TextInput } from '@mantine/core';
import { IconHistory, IconSearch } from '@tabler/icons-react';
import { memo, useCallback, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import {
  type ImportInspection,
  type VocMapping,
  type VocTarget,
  vocTargets,
} from '../../../core/contract/import.contract.ts';
import { vocChannels, vocKinds } from '../../../core/contract/voc.contract.ts';
import { DateField } from '../../shared/ui/DateField.tsx';
import { samplesOf } from './column-samples.ts';
import { DateOrderChoice } from './DateOrderChoice.tsx';
import { checkFiles, importFiles } from './import-queue.ts';
import { changeImport, type ImportSession, importSession } from './import-session.ts';
import { startImport } from './import-steps.ts';
import classes from './MappingTable.module.css';
import { StepFoot } from './StepFoot.tsx';
import { TemplateBar } from './TemplateBar.tsx';
import {
  fittedVocMapping,
  hasText,
  vocTargetOf,
  withVocDefault,
  withVocTarget,
} from './voc-columns-mapping.ts';

/** From so many columns on one looks for them by name. */
const manyColumns = 30;

/** What each column of a VOC file becomes; a column without a use is kept as an extra field. */
export function VocMappingStep({ session }: { session: ImportSession }) {
  const { t } = useTranslation();
  const { inspection, vocMapping, queue } = session;
  const [query, setQuery] = useState('');
  const samples = useMemo(() => samplesByHeader(inspection), [inspection]);
  const setTarget = useCallback((header: string, target: VocTarget) => {
    change(withVocTarget(importSession('voc').vocMapping, header, target));
  }, []);
  if (inspection === null) return null;
  const { headers } = inspection;
  const wanted = query.trim().toLowerCase();
  const shown = headers.filter((header) => header.toLowerCase().includes(wanted));
  const obstacle = hasText(vocMapping) ? null : t('import:mapping.textMissing');
  return (
    <div className={classes.step}>
      {inspection.remembered && <RememberedNote />}
      <div className={classes.tools}>
        {headers.length > manyColumns && (
          <TextInput
            type="search"
            aria-label={t('import:mapping.findColumn')}
            placeholder={t('import:mapping.findColumnOf', { count: headers.length })}
            leftSection={<IconSearch size={14} />}
            value={query}
            onChange={(event) => setQuery(event.currentTarget.value)}
          />
        )}
        <TemplateBar
          headers={headers}
          suggests={!inspection.remembered}
          content={{ purpose: 'voc', mapping: vocMapping, options: session.options }}
          onApply={(content) => {
            if (content.purpose === 'voc') change(fittedVocMapping(content.mapping, headers));
          }}
        />
      </div>
      <div className={classes.scroll}>
        <table className={classes.table}>
          <thead>
            <tr>
              <th>{t('import:mapping.column')}</th>
              <th>{t('import:mapping.samples')}</th>
              <th>{t('import:mapping.becomes')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((header) => (
              <VocColumnRow
                key={header}
                header={header}
                samples={samples.get(header) ?? ''}
                target={vocTargetOf(vocMapping, header)}
                onChange={setTarget}
              />
            ))}
          </tbody>
        </table>
      </div>
      <Group gap={24} align="flex-end">
        <Defaults mapping={vocMapping} onChange={change} />
        <DateOrderChoice inspection={inspection} mapping={vocMapping} onChange={change} />
      </Group>
      <StepFoot
        onBack={() => changeImport('voc', { step: 'preview', problem: null })}
        onNext={() => void checkFiles()}
        nextLabel={t('import:mapping.check')}
        obstacle={obstacle}
        busy={session.busy}
      >
        <Button
          variant="default"
          disabled={obstacle !== null || session.busy}
          onClick={() => void (queue.length > 1 ? importFiles('keep') : startImport('voc'))}
        >
          {t('import:mapping.start')}
        </Button>
      </StepFoot>
    </div>
  );
}

function change(mapping: VocMapping): void {
  changeImport('voc', { vocMapping: mapping, problem: null });
}

function samplesByHeader(inspection: ImportInspection | null): Map<string, string> {
  const headers = inspection?.headers ?? [];
  const rows = inspection?.sampleRows ?? [];
  return new Map(headers.map((header, index) => [header, samplesOf(rows, index).join(' · ')]));
}

export function RememberedNote() {
  const { t } = useTranslation();
  return (
    <Alert variant="light" color="blue" p={8} icon={<IconHistory size={16} />}>
      {t('import:mapping.remembered')}
    </Alert>
  );
}

interface VocColumnRowProps {
  header: string;
  samples: string;
  target: VocTarget;
  onChange: (header: string, target: VocTarget) => void;
}

/** Painted anew only when its own column changed: a file may have hundreds of them. */
const VocColumnRow = memo(function VocColumnRow(props: VocColumnRowProps) {
  const { header, samples, target, onChange } = props;
  const { t } = useTranslation();
  return (
    <tr data-kept={target === 'extra' || undefined}>
      <th scope="row">{header}</th>
      <td className={classes.samples}>{samples}</td>
      <td>
        <NativeSelect
          size="xs"
          aria-label={t('import:mapping.useOf', { header })}
          data={vocTargets.map((value) => ({ value, label: t(`import:vocTargets.${value}`) }))}
          value={target}
          onChange={(event) => {
            const chosen = vocTargets.find((known) => known === event.currentTarget.value);
            onChange(header, chosen ?? 'extra');
          }}
        />
      </td>
    </tr>
  );
});

interface DefaultsProps {
  mapping: VocMapping;
  onChange: (mapping: VocMapping) => void;
}

/** For what the file does not say. */
function Defaults({ mapping, onChange }: DefaultsProps) {
  const { t } = useTranslation();
  const { defaults } = mapping;
  const unset = { value: '', label: t('import:defaults.unset') };
  return (
    <Group gap={12} align="flex-end">
      <Text size="sm" fw={600} pb={6}>
        {t('import:defaults.title')}
      </Text>
      <NativeSelect
        size="xs"
        label={t('voc:fields.channel')}
        data={[
          unset,
          ...vocChannels.map((value) => ({ value, label: t(`voc:channels.${value}`) })),
        ]}
        value={defaults.channel ?? ''}
        onChange={(event) => {
          const channel = vocChannels.find((known) => known === event.currentTarget.value);
          onChange(withVocDefault(mapping, 'channel', channel));
        }}
      />
      <NativeSelect
        size="xs"
        label={t('voc:fields.kind')}
        data={[unset, ...vocKinds.map((value) => ({ value, label: t(`voc:kinds.${value}`) }))]}
        value={defaults.kind ?? ''}
        onChange={(event) => {
          const kind = vocKinds.find((known) => known === event.currentTarget.value);
          onChange(withVocDefault(mapping, 'kind', kind));
        }}
      />
      <DateField
        label={t('voc:fields.receivedAt')}
        placeholder={t('import:defaults.today')}
        w={150}
        value={defaults.receivedAt ?? ''}
        onChange={(date) => onChange(withVocDefault(mapping, 'receivedAt', date || undefined))}
      />
    </Group>
  );
}
