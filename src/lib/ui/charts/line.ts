import { Chart, LinearScale, LineController, LineElement, PointElement, Tooltip } from 'chart.js';
import type { Level } from '../level.ts';
import { token, type Drawing } from './visible.ts';

export type Reading = { at: number; value: number; date: string; words: string };
/** Where the territory's own thresholds put a situation, in the unit of the values. */
export type Band = { from: number; to: number; level: Level };

Chart.register(LinearScale, LineController, LineElement, PointElement, Tooltip);

/** Lays a canvas over the server's picture that says the reading nearest to the finger; the picture itself stays. */
export function drawLine(canvas: HTMLCanvasElement, readings: Reading[], ticks: number[]): Drawing {
  const tone = token(canvas, '--evaluation');
  const family = getComputedStyle(canvas).fontFamily;
  const chart = new Chart(canvas, {
    type: 'line',
    data: {
      datasets: [
        {
          data: readings.map((reading) => ({ x: reading.at, y: reading.value })),
          borderColor: 'transparent',
          pointRadius: 0,
          pointHoverRadius: 10,
          pointHoverBackgroundColor: tone,
          clip: false,
        },
      ],
    },
    options: {
      animation: false,
      maintainAspectRatio: false,
      layout: { autoPadding: false },
      interaction: { mode: 'nearest', axis: 'x', intersect: false },
      scales: {
        x: { type: 'linear', display: false, min: readings[0]?.at ?? 0, max: readings.at(-1)?.at ?? 1 },
        y: { display: false, min: ticks[0] ?? 0, max: ticks.at(-1) ?? 1 },
      },
      plugins: {
        tooltip: {
          bodyFont: { family, size: 16 },
          padding: 14,
          displayColors: false,
          callbacks: {
            title: () => '',
            label: (item) => {
              const reading = readings[item.dataIndex];
              return reading ? `${reading.date} : ${reading.words}` : '';
            },
          },
        },
      },
    },
  });
  return { update: () => chart.update(), destroy: () => chart.destroy() };
}
