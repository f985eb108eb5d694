import {
  ActionIcon,
  Button,
  Checkbox,
  Group,
  Loader,
  Menu,
  Popover,
  SegmentedControl,
  Select,
  Stack,
  Text,
  Tooltip,
  useComputedColorScheme,
} from '@mantine/core';
import {
  IconAdjustments,
  IconArrowsMaximize,
  IconDownload,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { localeSchema } from '../../../../core/contract/common.schema.ts';
import {
  type HouseDrawing,
  houseDrawingSchema,
  houseParts,
} from '../../../../core/contract/house-file.contract.ts';
import { useHostQuery } from '../../../shared/host/host-queries.ts';
import { usePreference } from '../../../shared/host/preferences.ts';
import { wordsForError } from '../../../shared/i18n/i18n.ts';
import { BusyLine } from '../../../shared/ui/BusyLine.tsx';
import { EmptyState } from '../../../shared/ui/EmptyState.tsx';
import classes from './HousePicture.module.css';
import { PictureStage } from './PictureStage.tsx';
import { useSaveHouse } from './use-save-house.tsx';
import { useZoom } from './use-zoom.ts';

interface HousePictureProps {
  houseId: number;
  name: string;
}

/** The whole house as it is drawn on paper, roof included: looked at from near and far, and saved. */
export function HousePicture({ houseId, name }: HousePictureProps) {
  const { t, i18n } = useTranslation();
  const theme = useComputedColorScheme('light');
  const [kept, keep] = usePreference<Partial<HouseDrawing>>('house.drawing', {});
  const drawing = houseDrawingSchema.catch(houseDrawingSchema.parse({})).parse(kept);
  const locale = localeSchema.catch('ko').parse(i18n.language);
  const { data, error, isFetching } = useHostQuery('houseFile.draw', {
    houseId,
    drawing,
    theme,
    locale,
  });
  const zoom = useZoom(data ?? null);
  if (error !== null && data === undefined) {
    return <EmptyState title={t('houseFile:picture.failed')} hint={wordsForError(error)} />;
  }
  return (
    <div className={classes.picture}>
      <Group className={classes.bar} gap={8}>
        <DrawingControls drawing={drawing} onChange={keep} />
        <Group gap={4} ml="auto">
          <Tooltip label={t('houseFile:picture.smaller')}>
            <ActionIcon
              variant="default"
              aria-label={t('houseFile:picture.smaller')}
              onClick={() => zoom.by(1 / 1.25)}
            >
              <IconZoomOut size={16} />
            </ActionIcon>
          </Tooltip>
          <Text size="sm" className={classes.percent} aria-live="polite">
            {Math.round(zoom.scale * 100)}%
          </Text>
          <Tooltip label={t('houseFile:picture.larger')}>
            <ActionIcon
              variant="default"
              aria-label={t('houseFile:picture.larger')}
              onClick={() => zoom.by(1.25)}
            >
              <IconZoomIn size={16} />
            </ActionIcon>
          </Tooltip>
          <Tooltip label={t('houseFile:picture.fit')}>
            <ActionIcon
              variant="default"
              aria-label={t('houseFile:picture.fit')}
              onClick={zoom.fit}
            >
              <IconArrowsMaximize size={16} />
            </ActionIcon>
          </Tooltip>
          <SaveMenu houseId={houseId} drawing={drawing} />
        </Group>
        <BusyLine on={isFetching} />
      </Group>
      {data === undefined ? (
        <Loader m="auto" size="sm" aria-label={t('app:loading')} />
      ) : (
        <PictureStage picture={data} zoom={zoom} label={t('houseFile:picture.of', { name })} />
      )}
      <Text size="xs" c="dimmed">
        {t('houseFile:picture.keys')}
      </Text>
    </div>
  );
}

interface DrawingControlsProps {
  drawing: HouseDrawing;
  onChange: (drawing: HouseDrawing) => void;
}

const tops = [5, 10, 15, 20, 30];

function DrawingControls({ drawing, onChange }: DrawingControlsProps) {
  const { t } = useTranslation();
  const [opened, setOpened] = useState(false);
  const set = (patch: Partial<HouseDrawing>) => onChange({ ...drawing, ...patch });
  const topSelect = (key: 'topWhats' | 'topHows') => (
    <Select
      w={150}
      aria-label={t(`houseFile:picture.${key}`)}
      allowDeselect={false}
      value={String(drawing[key] ?? 0)}
      data={[0, ...tops].map((count) => ({
        value: String(count),
        label:
          count === 0
            ? t(`houseFile:picture.${key}All`)
            : t(`houseFile:picture.${key}Some`, { count }),
      }))}
      onChange={(value) => set({ [key]: Number(value) || null })}
    />
  );
  return (
    <>
      <SegmentedControl
        aria-label={t('houseFile:picture.cells')}
        value={drawing.cells}
        data={(['symbols', 'numbers'] as const).map((value) => ({
          value,
          label: t(`houseFile:picture.${value}`),
        }))}
        onChange={(cells) => set({ cells })}
      />
      <SegmentedControl
        aria-label={t('houseFile:picture.heads')}
        value={drawing.heads}
        data={(['rotated', 'stacked'] as const).map((value) => ({
          value,
          label: t(`houseFile:picture.${value}`),
        }))}
        onChange={(heads) => set({ heads })}
      />
      {topSelect('topWhats')}
      {topSelect('topHows')}
      <Popover opened={opened} onChange={setOpened} trapFocus position="bottom-start">
        <Popover.Target>
          <Button
            variant="default"
            leftSection={<IconAdjustments size={14} />}
            aria-expanded={opened}
            onClick={() => setOpened(!opened)}
          >
            {t('houseFile:picture.parts')}
          </Button>
        </Popover.Target>
        <Popover.Dropdown>
          <Stack gap={6}>
            {houseParts.map((part) => (
              <Checkbox
                key={part}
                size="xs"
                label={t(`houseFile:part.${part}`)}
                checked={!drawing.hidden.includes(part)}
                onChange={({ currentTarget: { checked } }) =>
                  set({
                    hidden: checked
                      ? drawing.hidden.filter((other) => other !== part)
                      : [...drawing.hidden, part],
                  })
                }
              />
            ))}
          </Stack>
        </Popover.Dropdown>
      </Popover>
    </>
  );
}

function SaveMenu({ houseId, drawing }: { houseId: number; drawing: HouseDrawing }) {
  const { t } = useTranslation();
  const save = useSaveHouse(houseId);
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Button leftSection={<IconDownload size={14} />}>{t('houseFile:picture.save')}</Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={() => save.file('pdf', drawing, 'a3')}>
          {t('houseFile:menu.pdfA3')}
        </Menu.Item>
        <Menu.Item onClick={() => save.file('pdf', drawing, 'a4')}>
          {t('houseFile:menu.pdfA4')}
        </Menu.Item>
        <Menu.Item onClick={() => save.file('svg', drawing)}>{t('houseFile:menu.svg')}</Menu.Item>
        <Menu.Item onClick={() => save.png(drawing)}>{t('houseFile:menu.png')}</Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
