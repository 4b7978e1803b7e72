import { describe, expect, it } from 'vitest';
import { callsToOurs } from './calls.ts';

describe('callsToOurs', () => {
  it.each([
    'Follow us on Facebook for news of the harbour',
    'Suivez notre chaîne WhatsApp',
    'Votre soutien nous permet d’enquêter : faites un don',
    'Got a tip? Write to newsdesk@courier.example',
    'WATCH: Divers inspect the wreck',
    'تابعوا صفحة الجريدة على فيسبوك',
    'حملوا تطبيق الجريدة على هواتفكم',
  ])('knows a call to readers: %s', (line) => {
    expect(callsToOurs(line)).toBe(true);
  });

  it.each([
    'Register for the workshop at the town hall before Friday.',
    'First, download the app that your bank gives you.',
    'He asked them to support the orchestra of the town.',
    'Watch: a small boat that keeps guard in a harbour.',
    'تابع الحضور العرض على الشاشة الكبرى.',
  ])('leaves what an article tells: %s', (line) => {
    expect(callsToOurs(line)).toBe(false);
  });
});
