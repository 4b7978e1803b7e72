import { expect, it } from 'vitest';
import { createWeather } from './weather.ts';

const full = { what: 'disk: no space left', isDoubtful: false };

it('rests longer each time, within a bound, and starts anew when work was done', () => {
  let now = 0;
  const weather = createWeather(() => now);
  const pauses = Array.from({ length: 8 }, () => {
    const pause = weather.storm(full);
    now += pause;
    return pause;
  });
  expect(pauses).toEqual([500, 1_000, 2_000, 4_000, 4_000, 4_000, 4_000, 4_000]);
  weather.fair();
  expect(weather.storm(full)).toBe(500);
});

it('takes what all meet at once for one meeting', () => {
  const weather = createWeather(() => 7);
  expect([1, 2, 3].map(() => weather.storm(full))).toEqual([500, 500, 500]);
});

it('names the fault while it stands, and forgets it when nobody meets it any more', () => {
  let now = 1_000;
  const weather = createWeather(() => now);
  expect(weather.fault).toBeNull();
  weather.storm(full);
  now += 5_000;
  weather.storm(full);
  expect(weather.fault).toEqual({ what: full.what, since: new Date(1_000) });
  now += 30_000;
  expect(weather.fault).toBeNull();
});

it('tells for some seconds of what came and went, without being in its way', () => {
  let now = 1_000;
  const weather = createWeather(() => now);
  weather.gust('redis: no answer');
  now += 9_000;
  const lately = { what: 'redis: no answer', since: new Date(1_000) };
  expect([weather.fault, weather.lately]).toEqual([null, lately]);
  now += 1_000;
  expect(weather.lately).toBeNull();
});
