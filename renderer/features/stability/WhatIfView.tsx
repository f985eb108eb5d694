import { Button, Group, Text } from '@mantine/core';
import { IconArrowBackUp, IconEqual } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { HouseFigures } from '../../../core/domain/house/house-figures.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { Sheet, SplitRoom } from '../../shared/ui/Split.tsx';
import { HowMoves } from './HowMoves.tsx';
import classes from './Stability.module.css';
import { useWhatIf } from './use-what-if.ts';
import { WhatWeight } from './WhatWeight.tsx';

interface WhatIfViewProps {
  house: HouseView;
  figures: HouseFigures;
}

/** "And if this mattered more?": weights to slide, ranks that follow, nothing that is kept. */
export function WhatIfView({ house, figures }: WhatIfViewProps) {
  const { t } = useTranslation();
  const { data: stability } = useHostQuery('stability.get', { houseId: house.id });
  const topK = Math.min(stability?.topK ?? 5, house.hows.length);
  const whatIf = useWhatIf(house, figures, topK);
  const { shares, tried, isTried } = whatIf;
  // Slides stay fine where no WHAT makes up much of the whole.
  const reach = Math.min(1, Math.max(0.2, Math.ceil(Math.max(...shares, ...tried) * 20) / 10));
  return (
    <SplitRoom>
      <Sheet label={t('stability:whatIf.weights')}>
        <header className={classes.sheetHead}>
          <h2 className={classes.sheetTitle}>{t('stability:whatIf.weights')}</h2>
          <Group gap={6}>
            <Button
              variant="default"
              size="compact-sm"
              leftSection={<IconEqual size={14} />}
              onClick={whatIf.levelOut}
            >
              {t('stability:whatIf.levelOut')}
            </Button>
            <Button
              variant="default"
              size="compact-sm"
              disabled={!isTried}
              leftSection={<IconArrowBackUp size={14} />}
              onClick={whatIf.reset}
            >
              {t('stability:whatIf.reset')}
            </Button>
          </Group>
        </header>
        <Text size="xs" c="dimmed" className={classes.sheetHint}>
          {t('stability:whatIf.hint')}
        </Text>
        <ul className={classes.slides} aria-label={t('stability:whatIf.weights')}>
          {house.whats.map((what, row) => (
            <WhatWeight
              key={what.whatId}
              row={row}
              code={what.number}
              name={what.name}
              base={shares[row] ?? 0}
              share={tried[row] ?? 0}
              reach={reach}
              touched={whatIf.touched.has(row)}
              onShare={whatIf.setShare}
              onReset={whatIf.resetOne}
            />
          ))}
        </ul>
      </Sheet>
      <Sheet label={t('stability:whatIf.ranks')}>
        <HowMoves house={house} whatIf={whatIf} topK={topK} />
      </Sheet>
    </SplitRoom>
  );
}
