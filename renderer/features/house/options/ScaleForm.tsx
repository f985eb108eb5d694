import { ActionIcon, Button, Group, Select, Stack, TextInput } from '@mantine/core';
import { modals } from '@mantine/modals';
import { IconPlus, IconTrash } from '@tabler/icons-react';
import { type FormEvent, useMemo, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import {
  maxScaleLevels,
  presetOf,
  type RelationScale,
  sameScale,
  scalePresetIds,
  scalePresets,
} from '../../../../core/domain/house/relation-scale.ts';
import { host } from '../../../shared/host/host-client.ts';
import { notifyDone, notifyError } from '../../../shared/ui/notify.ts';
import classes from './Options.module.css';
import { RankPreview } from './RankPreview.tsx';
import { draftOf, type LevelFate, previewScale, scaleOfDraft } from './scale-draft.ts';

interface ScaleFormProps {
  view: HouseView;
  whenSaved: () => Promise<void>;
}

/** The scale of the relations: a usual one or one's own, and what becomes of the relations there are. */
export function ScaleForm({ view, whenSaved }: ScaleFormProps) {
  const { t } = useTranslation();
  const [draft, setDraft] = useState(() => draftOf(view.scale));
  const [busy, setBusy] = useState(false);
  const nextKey = useRef(maxScaleLevels);
  const scale = useMemo(() => scaleOfDraft(draft), [draft]);
  const preview = useMemo(
    () => previewScale(view.relations, view.scale, scale),
    [view.relations, view.scale, scale],
  );
  const changed = !sameScale(scale, view.scale);
  const faultAt = (level: number | null) => {
    const fault = preview.faults.find((each) => each.level === level);
    return fault === undefined
      ? undefined
      : t(`house:errors.${fault.reason}`, { max: maxScaleLevels });
  };
  const patch = (key: number, change: { value?: string; symbol?: string }) =>
    setDraft(draft.map((level) => (level.key === key ? { ...level, ...change } : level)));
  const addLevel = () => {
    nextKey.current += 1;
    setDraft([...draft, { key: nextKey.current, value: '', symbol: '' }]);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setBusy(true);
    whenSaved()
      .then(() => host.call('house.setScale', { houseId: view.id, scale }))
      .then(() => {
        modals.closeAll();
        notifyDone(t('house:scale.done'));
      })
      .catch(notifyError)
      .finally(() => setBusy(false));
  };
  const preset = presetOf(scale);
  return (
    <form onSubmit={submit}>
      <Stack gap={14}>
        <Select
          label={t('house:scale.preset')}
          description={t('house:scale.presetHint')}
          placeholder={t('house:scale.own')}
          allowDeselect={false}
          data={scalePresetIds.map((id) => ({ value: id, label: scaleWords(scalePresets[id]) }))}
          value={preset}
          onChange={(chosen) => {
            const known = scalePresetIds.find((id) => id === chosen);
            if (known !== undefined) setDraft(draftOf(scalePresets[known]));
          }}
        />
        <table className={classes.levels}>
          <thead>
            <tr>
              <th scope="col">{t('house:scale.value')}</th>
              <th scope="col">{t('house:scale.symbol')}</th>
              <th scope="col">
                <span className={classes.note}>{t('house:scale.strongestFirst')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {draft.map(({ key, value, symbol }, level) => (
              <tr key={key}>
                <td>
                  <TextInput
                    w={90}
                    inputMode="decimal"
                    aria-label={t('house:scale.valueOf', { level: level + 1 })}
                    value={value}
                    aria-invalid={faultAt(level) !== undefined}
                    onChange={(event) => patch(key, { value: event.currentTarget.value })}
                  />
                </td>
                <td>
                  <TextInput
                    w={90}
                    maxLength={4}
                    aria-label={t('house:scale.symbolOf', { level: level + 1 })}
                    value={symbol}
                    aria-invalid={faultAt(level) !== undefined}
                    onChange={(event) => patch(key, { symbol: event.currentTarget.value })}
                  />
                </td>
                <td>
                  <Group gap={6} wrap="nowrap" align="center">
                    <ActionIcon
                      variant="subtle"
                      color="gray"
                      disabled={draft.length === 1}
                      aria-label={t('house:scale.removeLevel', { level: level + 1 })}
                      onClick={() => setDraft(draft.filter((other) => other.key !== key))}
                    >
                      <IconTrash size={15} />
                    </ActionIcon>
                    <span className={classes.fault} role="status">
                      {faultAt(level)}
                    </span>
                  </Group>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <Group gap={8}>
          <Button
            variant="default"
            leftSection={<IconPlus size={14} />}
            disabled={draft.length >= maxScaleLevels}
            onClick={addLevel}
          >
            {t('house:scale.addLevel')}
          </Button>
          <span className={classes.fault}>{faultAt(null)}</span>
        </Group>
        {changed && preview.relations !== null && (
          <>
            <Mapping fates={preview.fates} />
            {preview.mergedCells > 0 && (
              <span className={classes.warning}>
                {t('house:scale.merged', { count: preview.mergedCells })}
              </span>
            )}
            <RankPreview before={view} after={{ ...view, scale, relations: preview.relations }} />
          </>
        )}
        <Group justify="flex-end" gap={8}>
          <Button variant="default" onClick={() => modals.closeAll()}>
            {t('app:cancel')}
          </Button>
          <Button type="submit" loading={busy} disabled={!changed || preview.faults.length > 0}>
            {t('house:scale.apply')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}

/** Where the relations of each level go. */
function Mapping({ fates }: { fates: readonly LevelFate[] }) {
  const { t } = useTranslation();
  return (
    <table className={classes.mapping}>
      <caption className={classes.note}>{t('house:scale.mapping')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('house:scale.now')}</th>
          <th scope="col">{t('house:scale.then')}</th>
          <th scope="col">{t('house:scale.cells')}</th>
        </tr>
      </thead>
      <tbody>
        {fates.map(({ from, to, cells }) => (
          <tr key={from.value}>
            <td>{`${from.symbol} ${from.value}`}</td>
            <td>{to === null ? '–' : `${to.symbol} ${to.value}`}</td>
            <td>{t('house:scale.cellCount', { count: cells })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function scaleWords({ levels }: RelationScale): string {
  const values = levels.map(({ value }) => value).join(' · ');
  return `${values}  (${levels.map(({ symbol }) => symbol).join(' ')})`;
}
