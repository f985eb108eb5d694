import { readFileSync } from 'node:fs';
import readXlsxFile from 'read-excel-file/node';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { reportFormats, reportKinds } from '../../core/contract/report.contract.ts';
import { gatherReportData } from '../../electron/host/reports/gather-report-data.ts';
import { startTestHost, type TestHost } from '../support/host-builder.ts';
import { inspectPdf, pdfText } from '../support/pdf-inspection.ts';

let host: TestHost;

async function makeReport(
  kind: (typeof reportKinds)[number],
  format: (typeof reportFormats)[number],
  locale: 'ko' | 'en' = 'ko',
) {
  const { jobId } = await host.call('report.start', { kind, format, locale });
  const job = await host.jobEnd(jobId);
  if (job.reportFile === null) throw new Error(`no file: ${JSON.stringify(job.error)}`);
  const { path } = host.host.context.files.resolveExisting(job.reportFile.token);
  return { job, file: job.reportFile, bytes: readFileSync(path) };
}

describe('report service', () => {
  afterEach(() => host.dispose());

  it.each(reportFormats)(
    'makes a %s of an empty workspace, for there is nothing to crash on',
    async (format) => {
      host = await startTestHost();
      const { job, file, bytes } = await makeReport('full', format);
      expect(job.status).toBe('succeeded');
      expect(file.bytes).toBe(bytes.byteLength);
      expect(file.fileName).toMatch(/^고객만족경영 보고서_시험_\d{8}\.(pdf|xlsx)$/);
    },
  );

  it('refuses when no workspace is open', async () => {
    host = await startTestHost({ workspace: 'none' });
    await expect(host.call('report.start', { kind: 'full', format: 'pdf' })).rejects.toMatchObject({
      code: 'workspace.noneOpen',
    });
  });

  it('tells its phases on the way', async () => {
    host = await startTestHost();
    await makeReport('actions', 'pdf');
    const phases = host.events.flatMap(({ name, payload }) =>
      name === 'job.changed' && 'phase' in payload ? [payload.phase] : [],
    );
    expect([...new Set(phases)]).toEqual(['gathering', 'drawing', 'saving']);
  });

  it('stops when it is cancelled, and leaves no file', async () => {
    host = await startTestHost();
    const { jobId } = await host.call('report.start', { kind: 'full', format: 'pdf' });
    await host.call('job.cancel', { id: jobId });
    const job = await host.jobEnd(jobId);
    expect(job).toMatchObject({ status: 'cancelled', reportFile: null });
  });

  it('ends its thread when it is cancelled while drawing', async () => {
    host = await startTestHost();
    const drawing = new Promise<void>((resolve) => {
      host.host.subscribe((name, payload) => {
        if (name === 'job.changed' && 'phase' in payload && payload.phase === 'drawing') resolve();
      });
    });
    const { jobId } = await host.call('report.start', { kind: 'full', format: 'pdf' });
    await drawing;
    await host.call('job.cancel', { id: jobId });
    expect(await host.jobEnd(jobId)).toMatchObject({ status: 'cancelled', reportFile: null });
  });

  it('speaks English when asked to', async () => {
    host = await startTestHost();
    const { file } = await makeReport('csi', 'pdf', 'en');
    expect(file.fileName).toMatch(/^CSI report_/);
  });
});

describe('report of the sample workspace', () => {
  // Reports only read: one workspace serves them all.
  let full: Buffer;
  beforeAll(async () => {
    host = await startTestHost({ workspace: 'sample' });
    full = (await makeReport('full', 'pdf')).bytes;
  });
  afterAll(() => host.dispose());

  it('prints the full report with everything the cycle holds', () => {
    const facts = inspectPdf(full);
    expect(facts.pages).toBeGreaterThan(8);
    expect(facts.rasterImages).toBe(0);
  });

  it('begins with a summary of one page, next to which the second page begins the CSFs', () => {
    const text = pdfText(full);
    if (text === null) {
      console.info('skipped: pdftotext is not installed');
      return;
    }
    const [first = '', second = ''] = text.split('\f');
    expect(first).toContain('가장 중요한 CSF와 개선 현황');
    expect(first).toContain('고객의 말');
    expect(second).toContain('핵심 품질요소(CSF)');
  });

  it('gathers the very figures that the screen asks for', async () => {
    const data = await gatherReportData(host.host.context, 'csi');
    const [index] = await host.call('csi.listIndexes', {});
    const points = await host.call('csi.listWavePoints', { indexId: index!.id });
    expect(data.indexes[0]?.wavePoints).toEqual(points);
    expect(data.csfs).toEqual(await host.call('csf.list', {}));
  });

  it('keeps customers’ personal data out of it', async () => {
    const data = await gatherReportData(host.host.context, 'csf');
    const voices = data.evidence.flatMap(({ voc }) => voc.sample.map(({ text }) => text));
    expect(voices.length).toBeGreaterThan(0);
    expect(voices.filter((text) => /01[016789]-?\d{3,4}-?\d{4}/.test(text))).toEqual([]);
  });

  it('makes a workbook of every kind', async () => {
    for (const kind of reportKinds) {
      const { bytes } = await makeReport(kind, 'xlsx');
      expect((await readXlsxFile(bytes)).length).toBeGreaterThan(1);
    }
  });
});
