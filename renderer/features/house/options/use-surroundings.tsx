import { modals } from '@mantine/modals';
import { useCallback, useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../../core/contract/house.contract.ts';
import {
  type Command,
  runCommand,
  useCommands,
} from '../../../shared/commands/command-registry.ts';
import { usePreference } from '../../../shared/host/preferences.ts';
import type { MatrixSlots } from '../matrix-frame.ts';
import { planFields, ratingFields } from '../plan/side-fields.ts';
import { sideSlot } from '../plan/side-slot.tsx';
import type { SurroundEdit } from '../plan/surround-edit.ts';
import { CompetitorsForm } from '../ratings/CompetitorsForm.tsx';
import { factFields, technicalFields } from '../ratings/foot-fields.ts';
import { footSlot } from '../ratings/foot-slot.tsx';
import { roofSlot } from '../roof/roof-slot.tsx';
import {
  type BandChoice,
  type HouseBand,
  houseBands,
  isBandChoice,
  shownBands,
} from './house-bands.ts';
import { OptionsForm } from './OptionsForm.tsx';
import { ScaleForm } from './ScaleForm.tsx';

export interface Surroundings {
  slots: MatrixSlots;
  shown: Readonly<Record<HouseBand, boolean>>;
  show: (band: HouseBand, shown: boolean) => void;
  openOptions: () => void;
  openScale: () => void;
  openCompetitors: () => void;
}

interface SurroundingsUse {
  view: HouseView;
  /** Columns on screen. */
  columnCount: number;
  footRowHeight: number;
  edit: (edit: SurroundEdit) => void;
  whenSaved: () => Promise<void>;
}

const noBands: BandChoice = {};

/** What stands around the relations, as a person wants to see it, and the dialogs that go with it. */
export function useSurroundings(use: SurroundingsUse): Surroundings {
  const { t } = useTranslation();
  const { view, columnCount, footRowHeight } = use;
  const latest = useRef(use);
  latest.current = use;
  const words = useFigureWords();
  const [choice, choose] = usePreference<BandChoice>('house.bands', noBands, isBandChoice);
  const bands = shownBands(view, choice);
  const { roof, plan, ratings, facts, technical } = bands;
  const shown = useMemo(
    () => ({ roof, plan, ratings, facts, technical }),
    [roof, plan, ratings, facts, technical],
  );
  const show = useCallback(
    (band: HouseBand, isShown: boolean) => choose({ ...choice, [band]: isShown }),
    [choose, choice],
  );
  const dialogs = useMemo(
    () => ({
      openOptions: () =>
        modals.open({
          title: t('house:options.title'),
          size: 'lg',
          children: <OptionsForm view={latest.current.view} onEdit={latest.current.edit} />,
        }),
      openScale: () =>
        modals.open({
          title: t('house:scale.title'),
          size: 'lg',
          children: <ScaleForm view={latest.current.view} whenSaved={latest.current.whenSaved} />,
        }),
      openCompetitors: () =>
        modals.open({
          title: t('house:ratings.manage'),
          children: (
            <CompetitorsForm
              houseId={latest.current.view.id}
              whenSaved={latest.current.whenSaved}
            />
          ),
        }),
    }),
    [t],
  );
  const onReplay = useCallback(
    (command: 'edit.undo' | 'edit.redo') =>
      void latest.current.whenSaved().then(() => runCommand(command)),
    [],
  );

  const competitors = useStable(view.competitors);
  const { kanoAdjusted } = view;
  const roofBand = useMemo(
    () => (roof ? roofSlot({ columnCount, onReplay }) : null),
    [roof, columnCount, onReplay],
  );
  const sideBand = useMemo(() => {
    if (!(plan || ratings)) return null;
    return sideSlot({
      plan: plan ? planFields(words, kanoAdjusted) : null,
      ratings: ratings ? ratingFields(words, competitors) : null,
      onReplay,
      onManageCompetitors: dialogs.openCompetitors,
      onOpenOptions: dialogs.openOptions,
    });
  }, [plan, ratings, words, kanoAdjusted, competitors, onReplay, dialogs]);
  const footBand = useMemo(() => {
    if (!(facts || technical) || columnCount === 0) return null;
    return footSlot({
      facts: facts ? factFields(words) : null,
      technical: technical ? technicalFields(words, competitors) : null,
      rowHeight: footRowHeight,
      onReplay,
    });
  }, [facts, technical, words, competitors, columnCount, footRowHeight, onReplay]);
  const slots = useMemo(
    () => ({ roof: roofBand, side: sideBand, foot: footBand }),
    [roofBand, sideBand, footBand],
  );
  const surroundings = useMemo(
    () => ({ slots, shown, show, ...dialogs }),
    [slots, shown, show, dialogs],
  );
  useSurroundingCommands(surroundings);
  return surroundings;
}

function useSurroundingCommands({
  shown,
  show,
  openOptions,
  openScale,
  openCompetitors,
}: Surroundings): void {
  const { t } = useTranslation();
  useCommands(
    useMemo<Command[]>(() => {
      const group = t('app:groups.room');
      return [
        {
          id: 'house.options',
          label: t('house:options.title'),
          group,
          shortcut: 'shift+O',
          run: openOptions,
        },
        { id: 'house.scale', label: t('house:scale.title'), group, run: openScale },
        { id: 'house.competitors', label: t('house:ratings.manage'), group, run: openCompetitors },
        ...houseBands.map((band) => ({
          id: `house.band.${band}`,
          label: t(shown[band] ? 'house:options.hide' : 'house:options.show', {
            band: t(`house:options.band.${band}`),
          }),
          group,
          run: () => show(band, !shown[band]),
        })),
      ];
    }, [t, shown, show, openOptions, openScale, openCompetitors]),
  );
}

function useFigureWords() {
  const { t, i18n } = useTranslation();
  return useMemo(() => {
    const figures = new Intl.NumberFormat(i18n.language, { maximumFractionDigits: 2 });
    const weights = [0, 1, 2, 3].map(
      (decimals) =>
        new Intl.NumberFormat(i18n.language, {
          minimumFractionDigits: decimals,
          maximumFractionDigits: decimals,
        }),
    );
    const percents = new Intl.NumberFormat(i18n.language, {
      minimumFractionDigits: 1,
      maximumFractionDigits: 1,
    });
    return {
      t,
      figure: (value: number | null | undefined) =>
        value === null || value === undefined ? '' : figures.format(value),
      weight: (value: number | null | undefined, decimals: number) =>
        value === null || value === undefined ? '' : (weights[decimals]?.format(value) ?? ''),
      percent: (share: number | null | undefined) =>
        share === null || share === undefined ? '' : percents.format(share * 100),
    };
  }, [t, i18n.language]);
}

/** The same list for as long as it says the same, however often it is fetched. */
function useStable(competitors: HouseView['competitors']): HouseView['competitors'] {
  const known = useRef(competitors);
  const same =
    known.current.length === competitors.length &&
    known.current.every(
      ({ competitorId, name }, place) =>
        competitorId === competitors[place]?.competitorId && name === competitors[place].name,
    );
  if (!same) known.current = competitors;
  return known.current;
}
