import { Select, TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import {
  type VocDetail,
  vocChannels,
  vocKinds,
  type vocPatchSchema,
} from '../../../core/contract/voc.contract.ts';
import { useHostMutation, useHostQuery } from '../../shared/host/host-queries.ts';
import { WordField } from './handling/WordField.tsx';
import { momentFromTyping } from './moment-typing.ts';
import { useDraft } from './use-draft.ts';
import classes from './VocPane.module.css';

type Patch = z.input<typeof vocPatchSchema>;

/** Everything known about one VOC; each field is saved as one leaves it. */
export function VocFieldsForm({ voc }: { voc: VocDetail }) {
  const { t } = useTranslation();
  const update = useHostMutation('voc.update');
  const { data: choices } = useHostQuery('voc.listChoices', {});
  const save = (patch: Patch) => update.mutate({ ids: [voc.id], patch });
  return (
    <div className={classes.fields}>
      <MomentField value={voc.receivedAt} onSave={(receivedAt) => save({ receivedAt })} />
      <Select
        label={t('voc:fields.channel')}
        data={vocChannels.map((value) => ({ value, label: t(`voc:channels.${value}`) }))}
        value={voc.channel}
        allowDeselect={false}
        onChange={(channel) => channel !== null && save({ channel })}
      />
      <Select
        label={t('voc:fields.kind')}
        data={vocKinds.map((value) => ({ value, label: t(`voc:kinds.${value}`) }))}
        value={voc.kind}
        allowDeselect={false}
        onChange={(kind) => kind !== null && save({ kind })}
      />
      <Select
        label={t('voc:fields.severity')}
        data={severityChoices(t)}
        value={voc.severity === null ? null : String(voc.severity)}
        placeholder={t('voc:severities.none')}
        clearable
        onChange={(severity) => save({ severity: severity === null ? null : Number(severity) })}
      />
      <WordField
        label={t('voc:fields.branch')}
        value={voc.branch}
        choices={choices?.branches}
        onSave={(branch) => save({ branch })}
      />
      <WordField
        label={t('voc:fields.product')}
        value={voc.product}
        choices={choices?.products}
        onSave={(product) => save({ product })}
      />
      <WordField
        label={t('voc:fields.customerType')}
        value={voc.customerType}
        choices={choices?.customerTypes}
        onSave={(customerType) => save({ customerType })}
      />
      <WordField
        label={t('voc:fields.externalId')}
        value={voc.externalId}
        choices={[]}
        onSave={(externalId) => save({ externalId })}
      />
    </div>
  );
}

/** The five degrees with their words. */
export function severityChoices(t: (key: string) => string): { value: string; label: string }[] {
  return ['1', '2', '3', '4', '5'].map((value) => ({ value, label: t(`voc:severities.${value}`) }));
}

function MomentField({ value, onSave }: { value: string; onSave: (value: string) => void }) {
  const { t } = useTranslation();
  const draft = useDraft(value.replace('T', ' '), (typed) => {
    const moment = momentFromTyping(typed, new Date());
    if (moment !== null && moment !== value) onSave(moment);
    return moment !== null;
  });
  return (
    <TextInput
      label={t('voc:fields.receivedAt')}
      placeholder={t('voc:entry.momentPattern')}
      {...draft.field}
      onChange={(event) => draft.change(event.currentTarget.value)}
    />
  );
}
