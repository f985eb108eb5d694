import { ActionIcon, Menu, Tooltip } from '@mantine/core';
import { IconFileVector, IconPhoto, IconPhotoDown } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { pictureChartTheme, pictureOption } from '../../../core/charts/chart-picture.option.ts';
import type { ChartTheme } from '../../../core/charts/chart-theme.ts';
import { type PictureFormat, pictureFormats } from '../../../core/contract/export.contract.ts';
import { host } from '../host/host-client.ts';
import { notifyError } from '../ui/notify.ts';
import type { ChartOption } from './Chart.tsx';
import type { PictureSize } from './draw-picture.ts';

/** A chart as it is drawn for a file: always light, larger, with its title above it. */
export interface Picture {
  title: string;
  /** What it is of, in a line below the title; '' for none. */
  note: string;
  option: (theme: ChartTheme) => Parameters<typeof pictureOption>[0];
  size: PictureSize;
}

const icons = { png: IconPhoto, svg: IconFileVector } as const;

/** Saves the chart beside it as a picture. */
export function PictureMenu({ picture }: { picture: Picture }) {
  const { t } = useTranslation();
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <Tooltip label={t('report:picture.menu')}>
          <ActionIcon variant="subtle" aria-label={t('report:picture.menu')}>
            <IconPhotoDown size={16} />
          </ActionIcon>
        </Tooltip>
      </Menu.Target>
      <Menu.Dropdown>
        {pictureFormats.map((format) => {
          const Icon = icons[format];
          return (
            <Menu.Item
              key={format}
              leftSection={<Icon size={14} />}
              onClick={() => void savePicture(picture, format).catch(notifyError)}
            >
              {t(`report:picture.${format}`)}
            </Menu.Item>
          );
        })}
      </Menu.Dropdown>
    </Menu>
  );
}

async function savePicture(
  { title, note, option, size }: Picture,
  format: PictureFormat,
): Promise<void> {
  const drawn: ChartOption = pictureOption(
    option(pictureChartTheme),
    { title, note },
    pictureChartTheme,
  );
  // Who never saves a picture needs no second way of drawing.
  const { drawPicture } = await import('./draw-picture.ts');
  const data = await drawPicture(drawn, format, size);
  await host.call('shell.deliverFile', await host.call('export.picture', { title, format, data }));
}
