// `node scripts/layers.mjs [FOLDER]`: who imports whom, against the arrows of .dependency-cruiser.cjs.
import path from 'node:path';
import { checkLayers } from './layer-faults.mjs';
import { runScript } from './script.mjs';

await runScript(async () => {
  const { modules, imports, faults } = await checkLayers(path.resolve(process.argv[2] ?? '.'));
  for (const fault of faults) console.error(fault);
  console.log(`${modules} modules, ${imports} imports, ${faults.length} faults`);
  return faults.length === 0 ? 0 : 1;
});
