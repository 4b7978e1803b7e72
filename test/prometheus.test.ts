import { spawnSync } from 'node:child_process';
import { globSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
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
  readonly annotations: { readonly summary: string };
}
const { groups } = parse(read('alerts.yml')) as { groups: { rules: Alert[] }[] };
const alerts = groups.flatMap(({ rules }) => rules);
const labels = (name: string) =>
  alerts.flatMap(({ expr }) =>
    [...expr.matchAll(new RegExp(`\\b${name}[!=]~?"([^"]+)"`, 'g'))].flatMap(([, words = '']) =>
      words.split('|'),
    ),
  );

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

  it('asks only for figures and labels that the services give', () => {
    const sources = globSync('{packages/service,services/*}/src/**/*.ts', { cwd: root })
      .map((file) => readFileSync(join(root, file), 'utf8'))
      .join('\n');
    const given = new Set([...sources.matchAll(/'(nashra_\w+)'/g)].map(([, name]) => name));
    const asked = alerts.flatMap(({ expr }) => expr.match(/\bnashra_\w+/g) ?? []);
    expect(asked.length).toBeGreaterThan(10);
    for (const name of asked) expect([...given]).toContain(name.replace(/_bucket$/, ''));
    for (const word of labels('health')) expect(Object.keys(FEED_HEALTH)).toContain(word);
    for (const word of labels('queue')) expect(way.map(({ name }) => name)).toContain(word);
    const states = [...STATES, 'waiting', 'active', 'delayed', 'failed'];
    for (const word of labels('state')) expect(states).toContain(word);
  });

  const isMissing = spawnSync('promtool', ['--version']).error !== undefined;
  if (isMissing) console.warn('SKIPPED: no promtool on the PATH (Debian package prometheus)');
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
