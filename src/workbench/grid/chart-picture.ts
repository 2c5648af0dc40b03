import {
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Chart,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
  type ChartConfiguration,
} from 'chart.js';
import type { ChartData } from './chart-data.ts';

Chart.register(
  ArcElement,
  BarController,
  BarElement,
  CategoryScale,
  Filler,
  Legend,
  LinearScale,
  LineController,
  LineElement,
  PieController,
  PointElement,
  Title,
  Tooltip,
);

/** The product's colours, told apart by people who cannot tell red from green; the order is that of the levels. */
const colours = ['#c9dfe0', '#7bb8ba', '#2a8f92', '#0b6e70', '#f08a24', '#7a5195', '#8a8a8a'];
const ink = '#404040';
const font = { family: "'Segoe UI', 'Helvetica Neue', Arial, sans-serif" };

/** A chart's kind, title and data in Chart.js's words. Kinds are Excel's names (`ColumnClustered`, `BarStacked`, ...). */
export function chartPicture(type: string, title: string | undefined, data: ChartData): ChartConfiguration {
  const lying = /^(_3D)?Bar/i.test(type);
  const stacked = /Stacked/i.test(type);
  const pie = /Pie|Doughnut/i.test(type);
  const line = /Line|Area/i.test(type);
  const one = data.series.length === 1;
  const scale = { stacked, ticks: { color: ink, font }, grid: { color: '#e6e6e6' } };
  const values = { ...scale, beginAtZero: true, ticks: { ...scale.ticks, precision: 0 } };
  const categories = { ...scale, grid: { display: false } };
  return {
    type: pie ? 'pie' : line ? 'line' : 'bar',
    data: {
      labels: [...data.labels],
      datasets: data.series.map(({ name, values: numbers }, index) => ({
        label: name,
        data: [...numbers],
        backgroundColor: pie ? colours : (colours[(one ? 3 : index) % colours.length] ?? ink),
        borderColor: line ? (colours[(one ? 3 : index) % colours.length] ?? ink) : '#ffffff',
        borderWidth: line ? 2 : 1,
        ...(/Area/i.test(type) ? { fill: true } : {}),
      })),
    },
    options: {
      animation: false,
      responsive: true,
      maintainAspectRatio: false,
      layout: { padding: { top: 4, right: 12, bottom: 8, left: 8 } },
      indexAxis: lying ? 'y' : 'x',
      scales: pie ? {} : lying ? { x: values, y: { ...categories, reverse: false } } : { x: categories, y: values },
      plugins: {
        legend: { display: pie || !one, position: 'bottom', labels: { color: ink, font, boxWidth: 12 } },
        title: {
          display: title !== undefined && title !== '',
          text: title ?? '',
          color: '#262626',
          font: { ...font, size: 14, weight: 600 },
          padding: { top: 6, bottom: 8 },
        },
        tooltip: { titleFont: font, bodyFont: font },
      },
    },
  };
}

export { Chart };
