import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
} from '@tanstack/react-router';
import { z } from 'zod';
import {
  actionSearchSchema,
  boardSearchSchema,
  csfSearchSchema,
  csiSearchSchema,
  customerSearchSchema,
  houseSearchSchema,
  importanceSearchSchema,
  insightSearchSchema,
  projectorSearchSchema,
  requirementSearchSchema,
  responseSearchSchema,
  roundsSearchSchema,
  stabilitySearchSchema,
  vocSearchSchema,
  workshopSearchSchema,
} from '../shared/navigation/search-schemas.ts';
import { NoSuchRoom, RoomFailed } from './RoomFallbacks.tsx';
import { Shell } from './Shell.tsx';

const rootRoute = createRootRoute({ component: Shell });

const homeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/',
  component: lazyRouteComponent(() => import('../features/home/HomePage.tsx'), 'HomePage'),
});

const vocRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/voc',
  validateSearch: vocSearchSchema,
  component: lazyRouteComponent(() => import('../features/voc/VocPage.tsx'), 'VocPage'),
});

const insightRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/insight',
  validateSearch: insightSearchSchema,
  component: lazyRouteComponent(() => import('../features/insight/InsightPage.tsx'), 'InsightPage'),
});

const duplicateRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/voc/duplicates',
  component: lazyRouteComponent(
    () => import('../features/duplicates/DuplicatesPage.tsx'),
    'DuplicatesPage',
  ),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/import/$purpose',
  params: {
    parse: ({ purpose }) => ({ purpose: z.enum(['voc', 'survey']).catch('voc').parse(purpose) }),
    stringify: ({ purpose }) => ({ purpose }),
  },
  component: lazyRouteComponent(() => import('../features/import/ImportPage.tsx'), 'ImportPage'),
});

const responseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/responses',
  validateSearch: responseSearchSchema,
  component: lazyRouteComponent(
    () => import('../features/survey/ResponsesPage.tsx'),
    'ResponsesPage',
  ),
});

const requirementRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/requirements',
  validateSearch: requirementSearchSchema,
  component: lazyRouteComponent(
    () => import('../features/requirements/RequirementsPage.tsx'),
    'RequirementsPage',
  ),
});

const boardRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/requirements/board',
  validateSearch: boardSearchSchema,
  component: lazyRouteComponent(() => import('../features/affinity/BoardPage.tsx'), 'BoardPage'),
});

const houseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/house',
  validateSearch: houseSearchSchema,
  component: lazyRouteComponent(() => import('../features/house/HousePage.tsx'), 'HousePage'),
});

const importanceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/house/importance',
  validateSearch: importanceSearchSchema,
  component: lazyRouteComponent(
    () => import('../features/importance/ImportancePage.tsx'),
    'ImportancePage',
  ),
});

const stabilityRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/house/stability',
  validateSearch: stabilitySearchSchema,
  component: lazyRouteComponent(
    () => import('../features/stability/StabilityPage.tsx'),
    'StabilityPage',
  ),
});

const workshopRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/house/workshop',
  validateSearch: workshopSearchSchema,
  component: lazyRouteComponent(
    () => import('../features/workshop/WorkshopPage.tsx'),
    'WorkshopPage',
  ),
});

const roundsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/house/rounds',
  validateSearch: roundsSearchSchema,
  component: lazyRouteComponent(() => import('../features/rounds/RoundsPage.tsx'), 'RoundsPage'),
});

const projectorRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/projector',
  validateSearch: projectorSearchSchema,
  component: lazyRouteComponent(
    () => import('../features/workshop/ProjectorPage.tsx'),
    'ProjectorPage',
  ),
});

const csfRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/csf',
  validateSearch: csfSearchSchema,
  component: lazyRouteComponent(() => import('../features/csf/CsfPage.tsx'), 'CsfPage'),
});

const actionRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/actions',
  validateSearch: actionSearchSchema,
  component: lazyRouteComponent(() => import('../features/actions/ActionsPage.tsx'), 'ActionsPage'),
});

const csiRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/csi',
  validateSearch: csiSearchSchema,
  component: lazyRouteComponent(() => import('../features/csi/CsiPage.tsx'), 'CsiPage'),
});

const customerRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/customers',
  validateSearch: customerSearchSchema,
  component: lazyRouteComponent(
    () => import('../features/customers/CustomersPage.tsx'),
    'CustomersPage',
  ),
});

const privacyRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../features/privacy/PrivacyPage.tsx'), 'PrivacyPage'),
});

const reportRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reports',
  component: lazyRouteComponent(() => import('../features/reports/ReportsPage.tsx'), 'ReportsPage'),
});

const routeTree = rootRoute.addChildren([
  homeRoute,
  vocRoute,
  insightRoute,
  duplicateRoute,
  importRoute,
  responseRoute,
  requirementRoute,
  boardRoute,
  houseRoute,
  importanceRoute,
  stabilityRoute,
  workshopRoute,
  roundsRoute,
  projectorRoute,
  csfRoute,
  actionRoute,
  csiRoute,
  reportRoute,
  privacyRoute,
  customerRoute,
]);

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultErrorComponent: RoomFailed,
  defaultNotFoundComponent: NoSuchRoom,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
