import { ActionIcon, Button, Group, Menu, Select, Tooltip } from '@mantine/core';
import {
  IconArrowsSort,
  IconChevronDown,
  IconFold,
  IconRefresh,
  IconSearch,
  IconZoomIn,
  IconZoomOut,
} from '@tabler/icons-react';
import { memo } from 'react';
import { useTranslation } from 'react-i18next';
import { toolClasses } from './tool-classes.ts';
import { type MatrixCut, type MatrixView, mattersShare, topCounts } from './use-matrix-view.ts';

interface ViewToolsProps {
  matrix: MatrixView;
  hasGroups: boolean;
  zoom: number;
  onZoom: (step: 1 | -1 | 0) => void;
  onFit: () => void;
  onFind: () => void;
}

/** How much of the house one sees, in what order and how large. */
export const ViewTools = memo(function ViewTools(props: ViewToolsProps) {
  const { matrix, zoom, onZoom } = props;
  const { t } = useTranslation();
  const { seen, see } = matrix;
  const cuts = [
    { value: 'all', label: t('house:view.all') },
    { value: 'matters', label: t('house:view.matters', { percent: mattersShare * 100 }) },
    ...topCounts.map((count) => ({
      value: String(count),
      label: t('house:view.top', { count }),
    })),
  ];
  return (
    <Group gap={6}>
      <Select
        w={150}
        aria-label={t('house:view.cut')}
        allowDeselect={false}
        data={cuts}
        value={String(seen.cut)}
        onChange={(value) => see({ cut: cutOf(value) })}
      />
      <Tooltip label={t('house:view.byWeightHint')}>
        <Button
          variant={seen.byWeight ? 'light' : 'default'}
          classNames={toolClasses}
          aria-label={t('house:view.byWeight')}
          aria-pressed={seen.byWeight}
          leftSection={<IconArrowsSort size={15} />}
          onClick={() => see({ byWeight: !seen.byWeight })}
        >
          {t('house:view.byWeight')}
        </Button>
      </Tooltip>
      {matrix.isStale && (
        <Tooltip label={t('house:view.refresh')}>
          <Button
            variant="light"
            color="orange"
            classNames={toolClasses}
            aria-label={t('house:view.refresh')}
            leftSection={<IconRefresh size={15} />}
            onClick={matrix.refresh}
          >
            {t('house:view.refresh')}
          </Button>
        </Tooltip>
      )}
      {props.hasGroups && (
        <Menu position="bottom-start">
          <Menu.Target>
            <Tooltip label={t('house:view.groups')}>
              <ActionIcon variant="default" size={30} aria-label={t('house:view.groups')}>
                <IconFold size={16} />
              </ActionIcon>
            </Tooltip>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={() => matrix.collapseAll(true)}>
              {t('house:view.collapseAll')}
            </Menu.Item>
            <Menu.Item onClick={() => matrix.collapseAll(false)}>
              {t('house:view.openAll')}
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
      )}
      <Tooltip label={`${t('house:find.label')} (Ctrl+F)`}>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('house:find.label')}
          onClick={props.onFind}
        >
          <IconSearch size={16} />
        </ActionIcon>
      </Tooltip>
      <ActionIcon.Group>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('house:view.zoomOut')}
          onClick={() => onZoom(-1)}
        >
          <IconZoomOut size={16} />
        </ActionIcon>
        <Menu position="bottom">
          <Menu.Target>
            <Button
              variant="default"
              px={6}
              h={30}
              rightSection={<IconChevronDown size={12} />}
              aria-label={t('house:view.zoom', { percent: Math.round(zoom * 100) })}
            >
              {Math.round(zoom * 100)}%
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <Menu.Item onClick={props.onFit}>{t('house:view.fit')}</Menu.Item>
            <Menu.Item rightSection="Ctrl+0" onClick={() => onZoom(0)}>
              100%
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <ActionIcon
          variant="default"
          size={30}
          aria-label={t('house:view.zoomIn')}
          onClick={() => onZoom(1)}
        >
          <IconZoomIn size={16} />
        </ActionIcon>
      </ActionIcon.Group>
    </Group>
  );
});

function cutOf(value: string | null): MatrixCut {
  if (value === 'matters') return 'matters';
  return topCounts.find((count) => String(count) === value) ?? 'all';
}
