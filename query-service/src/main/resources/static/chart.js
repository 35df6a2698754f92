// Draws the table of a figure as a chart. The table stays: it is the text alternative, and where the numbers are read from.
'use strict';
(() => {
  const SERIES = ['--series-1', '--series-2', '--series-3', '--series-4', '--series-5'];
  const HEIGHT = 180;

  // A colour as the canvas needs it: custom properties are not resolved by themselves.
  const colour = (name, probe) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color;
  };

  const DAY = 86400;
  const time = options => new Intl.DateTimeFormat('en-GB', {timeZone: 'UTC', ...options});
  const formats = {
    hour: time({hour: '2-digit', minute: '2-digit'}),
    day: time({day: 'numeric', month: 'short'}),
    month: time({month: 'short', year: 'numeric'}),
    year: time({year: 'numeric'}),
  };

  // Names for the marks of the time axis: each as short as the distance between them allows.
  const named = (_, marks, __, ___, distance) => marks.map(mark => {
    const at = new Date(mark * 1000);
    const format = distance < DAY && at.getUTCHours() + at.getUTCMinutes() > 0 ? 'hour'
      : distance < 28 * DAY ? 'day' : distance < 364 * DAY ? 'month' : 'year';
    return formats[format].format(at);
  });

  const number = text => Number(text.replaceAll(',', ''));

  const read = table => {
    const rows = [...table.tBodies[0].rows];
    const names = [...table.tHead.rows[0].cells].slice(1).map(cell => cell.textContent);
    return {
      rows,
      names,
      data: [
        rows.map(row => Date.parse(row.dataset.at) / 1000),
        ...names.map((_, index) => rows.map(row => number(row.cells[index + 1].textContent))),
      ],
    };
  };

  // A dragged span becomes the page's time: from its first bar's day to its last bar's.
  const brush = (figure, rows, plot) => {
    const {left, width} = plot.select;
    if (width < 4 || !figure.dataset.brush) {
      return;
    }
    const first = rows[Math.max(0, plot.posToIdx(left))];
    const last = rows[Math.min(rows.length - 1, plot.posToIdx(left + width))];
    const address = new URL(figure.dataset.brush, location.href);
    address.searchParams.delete('range');
    address.searchParams.set('from', first.dataset.from);
    address.searchParams.set('to', last.dataset.to);
    location.assign(address);
  };

  const draw = figure => {
    const place = figure.querySelector('.plot');
    const {rows, names, data} = read(figure.querySelector('table'));
    if (rows.length === 0 || !window.uPlot) {
      return;
    }
    const bars = figure.dataset.kind === 'bars';
    const probe = document.createElement('span');
    probe.hidden = true;
    place.replaceChildren(probe);
    const ink = colour('--quiet', probe);
    const grid = {stroke: colour('--line', probe), width: 1};
    const ticks = {show: false};
    const step = rows.length > 1 ? data[0][1] - data[0][0] : DAY;
    const plot = new uPlot({
      width: Math.max(200, place.clientWidth),
      height: HEIGHT,
      // Days and hours are counted in UTC, so the axis is UTC as well.
      tzDate: seconds => uPlot.tzDate(new Date(seconds * 1000), 'Etc/UTC'),
      legend: {show: true, live: true},
      cursor: {drag: {x: true, y: false, setScale: false}, points: {show: !bars}},
      scales: {
        x: {range: (_, min, max) => [min - step / 2, max + step / 2]},
        y: {range: (_, __, max) => [0, Math.max(1, max * 1.08)]},
      },
      axes: [
        {
          stroke: ink, grid: {show: false}, ticks, font: '12px system-ui', size: 28, space: 80, values: named,
          incrs: [3600, 7200, 10800, 21600, 43200, DAY, 2 * DAY, 3 * DAY, 5 * DAY, 7 * DAY, 10 * DAY, 14 * DAY, 28 * DAY, 56 * DAY, 91 * DAY, 182 * DAY, 365 * DAY, 730 * DAY, 1825 * DAY, 3650 * DAY, 36500 * DAY].filter(each => each >= step),
        },
        {
          stroke: ink, grid, ticks, font: '12px system-ui', size: 44, space: 34, incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 10000, 20000, 50000, 100000, 1000000],
          values: (_, values) => values.map(value => value.toLocaleString('en-GB')),
        },
      ],
      series: [
        {label: 'Time', value: (_, __, ___, index) => index === null ? '–' : rows[index].cells[0].textContent},
        ...names.map((name, index) => {
          const stroke = colour(SERIES[index % SERIES.length], probe);
          return {
            label: name,
            stroke,
            width: bars ? 0 : 2,
            fill: bars ? stroke : undefined,
            paths: bars ? uPlot.paths.bars({size: [0.8, 60]}) : undefined,
            points: {show: !bars && rows.length < 40, size: 5},
            value: (_, value) => value === null || value === undefined ? '–' : value.toLocaleString('en-GB'),
          };
        }),
      ],
      hooks: {setSelect: [drawn => brush(figure, rows, drawn)]},
    }, data, place);
    probe.remove();
    return plot;
  };

  window.dateline.enhancers.chart = figure => {
    let plot = draw(figure);
    const place = figure.querySelector('.plot');
    if (!plot) {
      return;
    }
    new ResizeObserver(() => {
      if (place.clientWidth > 0) {
        plot.setSize({width: Math.max(200, place.clientWidth), height: HEIGHT});
      }
    }).observe(place);
    document.addEventListener('dateline:theme', () => {
      if (figure.isConnected) {
        plot.destroy();
        plot = draw(figure);
      }
    });
  };
})();
