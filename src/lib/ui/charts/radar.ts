import { Chart, LineElement, PointElement, RadarController, RadialLinearScale, Tooltip, type Plugin } from 'chart.js';
import { LEVELS } from '../level.ts';
import { MOST_NAMES, wrapWords } from './polar.ts';
import { token, type Drawing } from './visible.ts';

export type WheelAxis = { mark: string; label: string };
export type WheelSeries = { label: string; values: (number | null)[]; words: string[] };

Chart.register(LineElement, PointElement, RadarController, RadialLinearScale, Tooltip);

/** Draws the wheel on a canvas: the same picture as the server's, and what stands behind each point said at a touch. */
export function drawRadar(canvas: HTMLCanvasElement, axes: WheelAxis[], series: WheelSeries[]): Drawing {
  const look = lookOf(canvas);
  const wide = (canvas.parentElement?.clientWidth ?? 0) >= 460;
  const named = wide && axes.length <= MOST_NAMES;
  const chart = new Chart(canvas, {
    type: 'radar',
    data: { labels: axes.map((axis) => axis.label), datasets: series.map((one, index) => dataset(one, look, index)) },
    plugins: [rings(canvas)],
    options: {
      animation: matchMedia('(prefers-reduced-motion: reduce)').matches ? false : { duration: 180 },
      aspectRatio: named ? 1.35 : 0.93,
      scales: {
        r: {
          min: 0,
          max: 5,
          angleLines: { color: look.line },
          grid: { circular: true, color: look.line },
          ticks: {
            stepSize: 1,
            color: look.ink,
            font: { family: look.family, size: 13, weight: 600 },
            showLabelBackdrop: false,
            z: 1,
            callback: (value) => value || '',
          },
          pointLabels: {
            color: look.ink,
            font: {
              family: look.family,
              size: named ? 15 : axes.length > MOST_NAMES ? 13 : 16,
              weight: named ? 500 : 700,
            },
            callback: (label, index) => (named ? wrapWords(String(label), 16) : (axes[index]?.mark ?? '')),
          },
        },
      },
      interaction: { mode: 'nearest', intersect: false },
      plugins: {
        tooltip: {
          bodyFont: { family: look.family, size: 16 },
          titleFont: { family: look.family, size: 16 },
          padding: 14,
          displayColors: false,
          callbacks: {
            label: (item) =>
              `${series[item.datasetIndex]?.label} : ${series[item.datasetIndex]?.words[item.dataIndex]}`,
          },
        },
      },
    },
  });
  return {
    update: (hidden) => {
      hidden.forEach((off, index) => chart.setDatasetVisibility(index, !off));
      chart.update();
    },
    destroy: () => chart.destroy(),
  };
}

function lookOf(node: Element) {
  return {
    ink: token(node, '--ink'),
    line: token(node, '--line-strong'),
    sheet: token(node, '--sheet'),
    tones: [token(node, '--evaluation'), token(node, '--ink'), token(node, '--definitions')],
    family: getComputedStyle(node).fontFamily,
  };
}

function dataset(series: WheelSeries, look: ReturnType<typeof lookOf>, index: number) {
  const tone = look.tones[index % look.tones.length] ?? look.ink;
  return {
    label: series.label,
    data: series.values,
    borderColor: tone,
    borderWidth: 3,
    borderDash: index === 0 ? [] : [7, 5],
    pointRadius: 6,
    pointHoverRadius: 8,
    pointBorderWidth: 2,
    pointStyle: index === 0 ? ('circle' as const) : ('rectRot' as const),
    pointBackgroundColor: index === 0 ? tone : look.sheet,
    pointBorderColor: index === 0 ? look.sheet : tone,
  };
}

/** The five situations as tinted rings under the lines. */
function rings(node: Element): Plugin<'radar'> {
  return {
    id: 'rings',
    beforeDraw: (chart) => {
      const scale = chart.scales['r'] as RadialLinearScale;
      for (const level of [...LEVELS].reverse()) {
        chart.ctx.beginPath();
        chart.ctx.arc(scale.xCenter, scale.yCenter, scale.getDistanceFromCenterForValue(level), 0, 2 * Math.PI);
        chart.ctx.fillStyle = token(node, '--sheet');
        chart.ctx.fill();
        chart.ctx.globalAlpha = 0.2;
        chart.ctx.fillStyle = token(node, `--level-${level}`);
        chart.ctx.fill();
        chart.ctx.globalAlpha = 1;
      }
    },
  };
}
