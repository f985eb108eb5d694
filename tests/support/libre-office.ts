import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';

/** LibreOffice's program, or null with a word about it: a test that needs it is then skipped. */
export function officeProgram(): string | null {
  try {
    return execFileSync('which', ['soffice'], { encoding: 'utf8' }).trim();
  } catch {
    console.log('skipped: no LibreOffice (soffice) on this machine to recalculate the workbook');
    return null;
  }
}

/** Otherwise it takes results that stand beside formulas as they are. */
const alwaysRecalculate = `<?xml version="1.0" encoding="UTF-8"?>
<oor:items xmlns:oor="http://openoffice.org/2001/registry">
<item oor:path="/org.openoffice.Office.Calc/Formula/Load"><prop oor:name="OOXMLRecalcMode" oor:op="fuse"><value>0</value></prop></item>
</oor:items>`;

/** The workbook as LibreOffice saves it after calculating everything anew; `folder` is a place for its own files. */
export function recalculated(soffice: string, file: string, folder: string): string {
  const profile = path.join(folder, 'office-profile');
  mkdirSync(path.join(profile, 'user'), { recursive: true });
  writeFileSync(path.join(profile, 'user', 'registrymodifications.xcu'), alwaysRecalculate);
  const out = path.join(folder, 'recalculated');
  const place = `-env:UserInstallation=file://${profile}`;
  execFileSync(soffice, [place, '--headless', '--convert-to', 'xlsx', '--outdir', out, file], {
    stdio: 'ignore',
  });
  return path.join(out, path.basename(file));
}
