import { getRouteApi } from '@tanstack/react-router';
import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import type { HouseView } from '../../../core/contract/house.contract.ts';
import type { WorkshopView } from '../../../core/contract/workshop.contract.ts';
import { useHostQuery } from '../../shared/host/host-queries.ts';
import { clockOf, currentItemId, durationText } from './agenda-clock.ts';
import classes from './ProjectorPage.module.css';
import { AgendaSlide, RankingSlide, WelcomeSlide } from './ProjectorSlides.tsx';
import { CellSlide, HeatSlide, VoteSlide } from './ProjectorVotes.tsx';
import { type ProjectorState, useProjector } from './projector-state.ts';
import { useNow } from './use-now.ts';

const route = getRouteApi('/projector');

/** What the room sees: big, calm, without anything to press; the facilitator's window says what. */
export function ProjectorPage() {
  const { t } = useTranslation();
  const { workshopId } = route.useSearch();
  const { data: workshop, error } = useHostQuery(
    'workshop.get',
    { id: workshopId ?? 0 },
    { enabled: workshopId !== undefined },
  );
  const { data: view } = useHostQuery(
    'house.get',
    { id: workshop?.houseId ?? 0 },
    { enabled: workshop !== undefined },
  );
  const [state] = useProjector(workshopId ?? 0);
  useEffect(() => {
    document.title = workshop?.name ?? t('workshop:projector.title');
  }, [workshop?.name, t]);
  if (workshopId === undefined || error !== null) {
    return (
      <Room look={state.look}>
        <p className={classes.lead}>{t('workshop:projector.nothing')}</p>
      </Room>
    );
  }
  if (workshop === undefined || view === undefined) return <Room look={state.look}>{null}</Room>;
  return (
    <Room look={state.look} foot={<Foot workshop={workshop} />}>
      <Slide state={state} workshop={workshop} view={view} />
    </Room>
  );
}

interface RoomProps {
  look: ProjectorState['look'];
  foot?: ReactNode;
  children: ReactNode;
}

function Room({ look, foot, children }: RoomProps) {
  return (
    <main className={classes.room} data-look={look}>
      <div className={classes.slide}>{children}</div>
      {foot}
    </main>
  );
}

interface SlideProps {
  state: ProjectorState;
  workshop: WorkshopView;
  view: HouseView;
}

function Slide({ state, workshop, view }: SlideProps) {
  switch (state.slide) {
    case 'welcome':
      return <WelcomeSlide workshop={workshop} view={view} />;
    case 'agenda':
      return <AgendaSlide workshop={workshop} />;
    case 'vote':
      return <VoteSlide workshop={workshop} />;
    case 'heat':
      return <HeatSlide workshop={workshop} view={view} state={state} />;
    case 'cell':
      return <CellSlide workshop={workshop} view={view} state={state} />;
    case 'ranking':
      return <RankingSlide workshop={workshop} view={view} />;
  }
}

/** Whatever is shown above: what the room is at, and how long still. */
function Foot({ workshop }: { workshop: WorkshopView }) {
  const { t } = useTranslation();
  const now = useNow();
  const clock = clockOf(workshop, now);
  const id = workshop.status === 'closed' ? null : currentItemId(clock);
  const item = workshop.agenda.find((each) => each.id === id);
  const state = clock.items.find((each) => each.id === id);
  return (
    <footer className={classes.foot}>
      <span>{workshop.name}</span>
      {item !== undefined && state !== undefined && clock.startedAt !== null && (
        <span data-over={state.overrun > 0 || undefined} className={classes.footClock}>
          {item.name}{' '}
          <b>
            {state.overrun > 0
              ? t('workshop:projector.over', { time: durationText(state.overrun) })
              : durationText(state.remaining)}
          </b>
        </span>
      )}
    </footer>
  );
}
