import { spawnSync } from 'node:child_process';
import { globSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { STATES, way } from '@nashra/pipeline';
import { FEED_HEALTH } from '@nashra/sources';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';

const root = resolve(import.meta.dirname, '..');
const folder = join(root, 'infra/prometheus');
const read = (file: string) => readFileSync(join(folder, file), 'utf8');

interface Alert {
  readonly alert: string;
  readonly expr: string;
  readonly labels: { readonly severity: string };
  readonly annotations: { readonly summary: string; readonly runbook: string };
}
interface Board {
  readonly uid: string;
  readonly title: string;
  readonly panels: readonly {
    readonly id: number;
    readonly title: string;
    readonly gridPos: { readonly x: number; readonly w: number };
    readonly datasource: { readonly uid: string };
    readonly targets: readonly { readonly expr: string }[];
  }[];
}
const { groups } = parse(read('alerts.yml')) as { groups: { rules: Alert[] }[] };
const alerts = groups.flatMap(({ rules }) => rules);
/** What the dashboards draw. */
const boards = globSync('infra/grafana/dashboards/*.json', { cwd: root }).map(
  (file) => JSON.parse(readFileSync(join(root, file), 'utf8')) as Board,
);
const drawn = boards.flatMap(({ panels }) => panels.flatMap(({ targets }) => targets));
const labels = (name: string) =>
  [...alerts, ...drawn].flatMap(({ expr }) =>
    [...expr.matchAll(new RegExp(`\\b${name}[!=]~?"([^"]+)"`, 'g'))].flatMap(([, words = '']) =>
      words.split('|'),
    ),
  );

const isMissing = spawnSync('promtool', ['--version']).error !== undefined;
if (isMissing) console.warn('SKIPPED: no promtool on the PATH (Debian package prometheus)');

describe('infra/prometheus', () => {
  it('scrapes every service at the port of its image', () => {
    const { rule_files, scrape_configs } = parse(read('prometheus.yml'));
    expect(rule_files).toEqual(['alerts.yml']);
    const [{ names, port }] = scrape_configs[0].dns_sd_configs;
    expect(names.toSorted()).toEqual(readdirSync(join(root, 'services')).toSorted());
    expect(readFileSync(join(root, 'infra/docker/Dockerfile'), 'utf8')).toContain(`PORT=${port} `);
  });

  it('names every alert once, with a severity and a sentence', () => {
    expect(new Set(alerts.map(({ alert }) => alert)).size).toBe(alerts.length);
    for (const alert of alerts) {
      expect(alert).toMatchObject({
        alert: expect.stringMatching(/^Nashra[A-Z]/),
        labels: { severity: expect.stringMatching(/^(warning|critical)$/) },
        annotations: { summary: expect.stringMatching(/[.?]$/) },
      });
    }
  });

  it('leads from every alert to its runbook, and has none for an alert there is not', () => {
    const text = readFileSync(join(root, 'docs/runbooks.md'), 'utf8');
    const sections = [...text.matchAll(/^## (\w+)$/gm)].map(([, name]) => name ?? '');
    expect(sections.toSorted()).toEqual(alerts.map(({ alert }) => alert).toSorted());
    for (const { alert, annotations } of alerts)
      expect(annotations.runbook).toBe(`docs/runbooks.md#${alert.toLowerCase()}`);
  });

  it('asks only for figures and labels that the services give', () => {
    const sources = globSync('{packages/service,services/*}/src/**/*.ts', { cwd: root })
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n');
    const given = new Set([...sources.matchAll(/'(nashra_\w+)'/g)].map(([, name]) => name));
    const asked = [...alerts, ...drawn].flatMap(({ expr }) => expr.match(/\bnashra_\w+/g) ?? []);
    expect(asked.length).toBeGreaterThan(10);
    for (const name of asked) expect([...given]).toContain(name.replace(/_bucket$/, ''));
    for (const word of labels('health')) expect(Object.keys(FEED_HEALTH)).toContain(word);
    for (const word of labels('queue')) expect(way.map(({ name }) => name)).toContain(word);
    const states = [...STATES, 'waiting', 'active', 'delayed', 'failed', 'held', 'off'];
    for (const word of labels('state')) expect(states).toContain(word);
  });

  it('provisions dashboards that name each panel once and fit the grid of the source that is there', () => {
    const provisioned = readFileSync(
      join(root, 'infra/grafana/provisioning/datasources/prometheus.yml'),
      'utf8',
    );
    const uids = parse(provisioned).datasources.map(({ uid }: { uid: string }) => uid);
    expect(new Set(boards.map(({ uid }) => uid)).size).toBe(2);
    for (const { panels } of boards) {
      expect(new Set(panels.map(({ id }) => id)).size).toBe(panels.length);
      expect(new Set(panels.map(({ title }) => title)).size).toBe(panels.length);
      for (const { gridPos, datasource } of panels) {
        expect(gridPos.x + gridPos.w).toBeLessThanOrEqual(24);
        expect(uids).toContain(datasource.uid);
      }
    }
  });

  it.skipIf(isMissing)('draws nothing that Prometheus cannot read', () => {
    const rules = drawn.map(({ expr }, at) => ({ record: `drawn:${at}`, expr }));
    const file = join(mkdtempSync(join(tmpdir(), 'nashra-drawn-')), 'drawn.yml');
    writeFileSync(file, JSON.stringify({ groups: [{ name: 'drawn', rules }] }));
    const { status, stdout, stderr } = spawnSync('promtool', ['check', 'rules', file], {
      encoding: 'utf8',
    });
    rmSync(dirname(file), { recursive: true });
    expect([status, stdout + stderr]).toEqual([0, expect.any(String)]);
  });

  it.skipIf(isMissing).each([
    ['check', 'config', 'prometheus.yml'],
    ['check', 'rules', 'alerts.yml'],
    ['test', 'rules', 'alerts.test.yml'],
  ])(
    'passes promtool %s %s',
    (...args) => {
      const { status, stdout, stderr } = spawnSync('promtool', args, {
        cwd: folder,
        encoding: 'utf8',
      });
      expect([status, stdout + stderr]).toEqual([0, expect.any(String)]);
    },
    60_000,
  );
});
