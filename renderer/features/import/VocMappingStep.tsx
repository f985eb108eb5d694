import { Alert, Group, NativeSelect, Text } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import {
  type VocMapping,
  type VocTarget,
  vocTargets,
} from '../../../core/contract/import.contract.ts';
import { vocChannels, vocKinds } from '../../../core/contract/voc.contract.ts';
import { DateField } from '../../shared/ui/DateField.tsx';
import { samplesOf } from './column-samples.ts';
import { changeImport, type ImportSession } from './import-session.ts';
import { startImport } from './import-steps.ts';
import classes from './MappingTable.module.css';
import { StepFoot } from './StepFoot.tsx';
import { hasText, vocTargetOf, withVocDefault, withVocTarget } from './voc-columns-mapping.ts';

/** What each column of a VOC file becomes; a column without a use is kept as an extra field. */
export function VocMappingStep({ session }: { session: ImportSession }) {
  const { t } = useTranslation();
  const { inspection, vocMapping } = session;
  if (inspection === null) return null;
  const change = (mapping: VocMapping) =>
    changeImport('voc', { vocMapping: mapping, problem: null });
  return (
    <div className={classes.step}>
      {inspection.remembered && <RememberedNote />}
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
            {inspection.headers.map((header, index) => {
              const target = vocTargetOf(vocMapping, header);
              return (
                <tr key={header} data-kept={target === 'extra' || undefined}>
                  <th scope="row">{header}</th>
                  <td className={classes.samples}>
                    {samplesOf(inspection.sampleRows, index).join(' · ')}
                  </td>
                  <td>
                    <TargetSelect
                      header={header}
                      target={target}
                      onChange={(next) => change(withVocTarget(vocMapping, header, next))}
                    />
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      <Defaults mapping={vocMapping} onChange={change} />
      <StepFoot
        onBack={() => changeImport('voc', { step: 'preview', problem: null })}
        onNext={() => void startImport('voc')}
        nextLabel={t('import:mapping.start')}
        obstacle={hasText(vocMapping) ? null : t('import:mapping.textMissing')}
        busy={session.busy}
      />
    </div>
  );
}

export function RememberedNote() {
  const { t } = useTranslation();
  return (
    <Alert variant="light" color="blue" p={8} icon={<IconHistory size={16} />}>
      {t('import:mapping.remembered')}
    </Alert>
  );
}

interface TargetSelectProps {
  header: string;
  target: VocTarget;
  onChange: (target: VocTarget) => void;
}

function TargetSelect({ header, target, onChange }: TargetSelectProps) {
  const { t } = useTranslation();
  return (
    <NativeSelect
      size="xs"
      aria-label={t('import:mapping.useOf', { header })}
      data={vocTargets.map((value) => ({ value, label: t(`import:vocTargets.${value}`) }))}
      value={target}
      onChange={(event) => {
        const chosen = vocTargets.find((known) => known === event.currentTarget.value);
        onChange(chosen ?? 'extra');
      }}
    />
  );
}

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
