'use strict';
(() => {
  const one = (selector, from = document) => from.querySelector(selector);
  const all = (selector, from = document) => [...from.querySelectorAll(selector)];
  const theme = one('#theme');
  const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';
  const nameTheme = () => { theme.textContent = isDark() ? 'Light theme' : 'Dark theme'; };
  theme.addEventListener('click', () => {
    document.documentElement.dataset.theme = isDark() ? 'light' : 'dark';
    try { localStorage.setItem('gates-theme', document.documentElement.dataset.theme); } catch { /* not remembered, then */ }
    nameTheme();
  });
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', nameTheme);
  nameTheme();

  const form = one('#filters');
  if (!form) return;

  const search = one('#q');
  const count = one('#count');
  const ranks = { error: 0, warning: 1, note: 2 };
  const number = new Intl.NumberFormat('en');
  const collator = new Intl.Collator('en', { numeric: true });

  const groups = all('.group').map((element) => ({
    element,
    gate: element.closest('.gate').id,
    state: element.dataset.state,
    shown: one('.shown', element),
    details: one('details', element),
    chunks: all('.chunk', element).map((chunk) => ({ element: chunk, isLong: chunk.classList.contains('long'), isSkipped: false, entries: [] })),
    rows: all('tbody tr', element).map((row, index) => ({ row, index, count: Number(row.dataset.count), severity: row.dataset.severity, shown: true, wanted: true, text: null })),
  }));
  // A row may stand for findings that were only counted.
  for (const group of groups) group.total = group.rows.reduce((sum, entry) => sum + entry.count, 0);
  const total = groups.reduce((sum, group) => sum + group.total, 0);
  const size = Number(one('.chunk').dataset.size);
  const wasOpen = new Map(groups.filter((group) => group.details).map((group) => [group.details, group.details.open]));

  const textOf = (entry) => (entry.text ??= entry.row.textContent.toLowerCase());

  function chosen() {
    const data = new FormData(form);
    return {
      words: String(data.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean),
      gate: data.get('gate') || '',
      severity: new Set(data.getAll('severity')),
      state: new Set(data.getAll('state')),
      order: data.get('order') || '',
    };
  }

  const isNarrowed = (want) =>
    want.words.length > 0 || want.gate !== '' || want.severity.size < form.elements.severity.length || want.state.size < form.elements.state.length;

  function match(group, want) {
    let matches = 0;
    group.chunks.forEach((chunk, position) => {
      let inChunk = 0;
      chunk.entries = group.rows.slice(position * size, (position + 1) * size);
      for (const entry of chunk.entries) {
        entry.wanted = want.severity.has(entry.severity) && want.words.every((word) => textOf(entry).includes(word));
        if (entry.wanted) {
          inChunk++;
          matches += entry.count;
        }
      }
      chunk.element.hidden = inChunk === 0;
      if (chunk.isLong) chunk.element.style.containIntrinsicBlockSize = `auto ${inChunk * 4}rem`;
    });
    return matches;
  }

  // What is in sight changes with the key stroke, the rest when there is time: ten thousand rows would make typing wait.
  const inSight = 16;
  const later = window.requestIdleCallback ?? ((work) => setTimeout(() => work({ timeRemaining: () => 10 }), 50));
  let round = 0;

  function settle(chunk) {
    for (const entry of chunk.entries) {
      if (entry.shown !== entry.wanted) {
        entry.shown = entry.wanted;
        entry.row.hidden = !entry.wanted;
      }
    }
  }

  function settleAll() {
    const open = groups.filter((group) => !group.element.hidden).flatMap((group) => group.chunks).filter((chunk) => !chunk.element.hidden);
    const rest = [];
    let near = 0;
    for (const chunk of open) {
      if (!chunk.isSkipped) near = inSight;
      if (near-- > 0) settle(chunk);
      else rest.push(chunk);
    }
    const mine = ++round;
    later(function work(deadline) {
      while (mine === round && rest.length > 0) {
        settle(rest.shift());
        if (deadline.timeRemaining() < 2) {
          later(work);
          return;
        }
      }
    });
  }

  for (const chunk of groups.flatMap((group) => group.chunks)) {
    if (chunk.isLong) {
      chunk.element.addEventListener('contentvisibilityautostatechange', (event) => {
        chunk.isSkipped = event.skipped;
        if (!event.skipped) settle(chunk);
      });
    }
  }

  let announce = 0;
  function say(text) {
    clearTimeout(announce);
    announce = setTimeout(() => { count.textContent = text; }, 200);
  }

  function apply() {
    const want = chosen();
    const narrowed = isNarrowed(want);
    const perGate = new Map();
    let found = 0;
    for (const group of groups) {
      const possible = (!want.gate || want.gate === group.gate) && want.state.has(group.state);
      const matches = possible ? match(group, want) : 0;
      group.element.hidden = matches === 0;
      group.shown.textContent = matches === group.total ? number.format(matches) : `${number.format(matches)} of ${number.format(group.total)}`;
      if (group.details) {
        group.details.hidden = matches === 0;
        group.details.open = narrowed || wasOpen.get(group.details);
      }
      found += matches;
      perGate.set(group.gate, (perGate.get(group.gate) ?? 0) + matches);
    }
    for (const section of all('.gate')) {
      section.hidden = narrowed && !perGate.get(section.id) && want.gate !== section.id;
    }
    settleAll();
    one('#clear').disabled = !narrowed && !want.order;
    say(narrowed ? `${number.format(found)} of ${number.format(total)} findings` : `${number.format(total)} ${total === 1 ? 'finding' : 'findings'}`);
    remember(want, narrowed);
  }

  const place = (entry) => one('.where', entry.row).textContent;
  const rule = (entry) => one('.rule', entry.row).textContent;
  const orders = {
    '': () => 0,
    place: (a, b) => collator.compare(a.key, b.key),
    rule: (a, b) => collator.compare(a.key, b.key),
    severity: (a, b) => a.key - b.key,
  };
  const keys = { '': () => 0, place, rule, severity: (entry) => ranks[entry.severity] };

  function sort(order) {
    const compare = orders[order] ?? orders[''];
    for (const group of groups) {
      for (const entry of group.rows) entry.key = (keys[order] ?? keys[''])(entry);
      group.rows.sort((a, b) => compare(a, b) || a.index - b.index);
      group.chunks.forEach((chunk, position) => {
        one('tbody', chunk.element).replaceChildren(...group.rows.slice(position * size, (position + 1) * size).map((entry) => entry.row));
      });
    }
  }

  let pending = 0;
  function remember(want, narrowed) {
    clearTimeout(pending);
    pending = setTimeout(() => {
      const state = new URLSearchParams();
      if (search.value) state.set('q', search.value);
      if (want.gate) state.set('gate', want.gate);
      if (want.severity.size < form.elements.severity.length) state.set('severity', [...want.severity].join(','));
      if (want.state.size < form.elements.state.length) state.set('state', [...want.state].join(','));
      if (want.order) state.set('order', want.order);
      const hash = state.toString();
      if (hash || narrowed || location.hash.includes('=')) history.replaceState(null, '', hash ? `#${hash}` : location.pathname + location.search);
    }, 150);
  }

  function restore() {
    if (!location.hash.includes('=')) return false;
    const state = new URLSearchParams(location.hash.slice(1));
    search.value = state.get('q') ?? '';
    form.elements.gate.value = state.get('gate') ?? '';
    if (form.elements.gate.selectedIndex < 0) form.elements.gate.value = '';
    form.elements.order.value = state.get('order') ?? '';
    if (form.elements.order.selectedIndex < 0) form.elements.order.value = '';
    for (const name of ['severity', 'state']) {
      const wanted = state.has(name) ? new Set(state.get(name).split(',')) : null;
      for (const box of form.elements[name]) box.checked = !wanted || wanted.has(box.value);
    }
    return true;
  }

  function arrange() {
    sort(form.elements.order.value);
    apply();
  }

  form.addEventListener('submit', (event) => event.preventDefault());
  form.addEventListener('input', (event) => (event.target.name === 'order' ? arrange() : apply()));
  form.addEventListener('reset', () => setTimeout(() => { arrange(); search.focus(); }));
  window.addEventListener('hashchange', () => { if (restore()) arrange(); });
  document.addEventListener('keydown', (event) => {
    const typing = event.target.closest('input, select, textarea');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      search.focus();
      search.select();
      form.scrollIntoView();
    } else if (event.key === 'Escape' && event.target === search && search.value) {
      event.preventDefault();
      search.value = '';
      apply();
    }
  });

  // Reading the text of thousands of rows takes longer than one key stroke should.
  const texts = groups.flatMap((group) => group.rows).values();
  later(function read(deadline) {
    do {
      const next = texts.next();
      if (next.done) return;
      textOf(next.value);
    } while (deadline.timeRemaining() > 2);
    later(read);
  });

  if (restore()) {
    arrange();
    form.scrollIntoView();
  }
  document.documentElement.dataset.ready = '';
})();
