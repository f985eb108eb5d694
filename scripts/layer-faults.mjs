// Such a check passes happily when it sees nothing (a TypeScript it cannot read, a folder that moved),
// so it fails first when any room, or every import in it, is out of its sight.
import { createRequire } from 'node:module';
import { allExtensions, cruise } from 'dependency-cruiser';

const rooms = ['core', 'db', 'electron', 'renderer'];

/** What in a folder goes against the arrows, in words; and how much was looked at. */
export async function checkLayers(folder) {
  const { options, ...ruleSet } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
  const { enhancedResolveOptions, ...rest } = options;
  const { output } = await cruise(
    rooms,
    { ...rest, ruleSet, validate: true, baseDir: folder },
    enhancedResolveOptions,
  );
  return {
    modules: output.summary.totalCruised,
    imports: output.summary.totalDependenciesCruised,
    faults: [...blindSpots(output.modules), ...output.summary.violations.map(inWords)],
  };
}

function blindSpots(modules) {
  const faults = [];
  if (!allExtensions.some(({ extension, available }) => extension === '.tsx' && available)) {
    faults.push('blind: this dependency-cruiser cannot read this TypeScript');
  }
  for (const room of rooms) {
    const own = modules.filter(({ source }) => source.startsWith(`${room}/`));
    const imports = own.flatMap(({ dependencies }) => dependencies);
    if (own.length === 0) faults.push(`blind: no module seen in ${room}/`);
    else if (imports.length === 0) faults.push(`blind: no import seen in ${room}/`);
  }
  return faults;
}

function inWords({ rule, from, to }) {
  return `${rule.name}: ${from} → ${to}`;
}
