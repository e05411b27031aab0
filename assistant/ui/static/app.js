/* The page's own script: opens sources, copies answers, confirms deletions, words Gradio's texts in Vietnamese. */
(() => {
  'use strict';
  const words = window.trolyWords;
  const OURS = '#tl-history, #tl-live, #tl-early, #tl-panel, #tl-list, #tl-outcome, #tl-bar, #tl-conversation-list, #tl-header, #tl-draft, #tl-check-result, textarea';
  const byId = (id) => document.getElementById(id);

  /* --- Gradio's English words -------------------------------------------------------------------------------- */
  const patterns = Object.entries(words.patterns).map(([source, target]) => [new RegExp(source), target]);
  const ATTRIBUTES = ['aria-label', 'title', 'placeholder', 'alt', 'data-tooltip'];

  function translated(text) {
    const key = text.trim();
    if (!key) return null;
    if (Object.hasOwn(words.gradio, key)) return text.replace(key, words.gradio[key]);
    for (const [pattern, target] of patterns) if (pattern.test(key)) return key.replace(pattern, target);
    return null;
  }

  function translateText(node) {
    const text = translated(node.data);
    if (text !== null && text !== node.data && !node.parentElement?.closest(OURS)) node.data = text;
  }

  function translateAttributes(element) {
    if (element.closest('#tl-history, #tl-live, #tl-early, #tl-panel, #tl-list, #tl-outcome, #tl-draft, #tl-check-result')) return;
    for (const name of ATTRIBUTES) {
      const value = element.getAttribute(name);
      const text = value && translated(value);
      if (text && text !== value) element.setAttribute(name, text);
    }
  }

  function translateTree(root) {
    if (root.nodeType === Node.TEXT_NODE) return translateText(root);
    if (root.nodeType !== Node.ELEMENT_NODE) return;
    translateAttributes(root);
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    while (walker.nextNode()) {
      const node = walker.currentNode;
      if (node.nodeType === Node.TEXT_NODE) translateText(node);
      else translateAttributes(node);
    }
  }

  /* --- the source panel --------------------------------------------------------------------------------------- */
  const panel = { links: [], index: -1, opener: null, request: 0 };

  function sourcesAround(link) {
    const turn = link.closest('.tl-answer, [data-sources], .tl-claim-card');
    if (!turn) return [link];
    const unique = new Map([...turn.querySelectorAll('a[data-source]')].map((item) => [item.getAttribute('href'), item]));
    return [...unique.values()].sort((one, other) => Number(one.dataset.n) - Number(other.dataset.n));
  }

  function openSource(link) {
    const links = sourcesAround(link);
    const found = links.findIndex((item) => item.getAttribute('href') === link.getAttribute('href'));
    panel.links = found < 0 ? [link] : links;
    panel.index = Math.max(found, 0);
    panel.opener = link;
    showSource(link.getAttribute('href'), link);
  }

  async function showSource(address, link) {
    const body = byId('tl-panel-body');
    const request = ++panel.request;
    body.innerHTML = '';
    body.append(paragraph('tl-hint', words.texts.loading));
    byId('tl-panel').hidden = false;
    document.body.classList.add('tl-panel-open');
    markActive(link);
    updateBar();
    try {
      const response = await fetch(`${address}${address.includes('?') ? '&' : '?'}manh=1`);
      const html = await response.text();
      if (request !== panel.request) return;
      if (!response.headers.get('X-Troly-Manh')) throw new Error(`HTTP ${response.status}`);
      body.innerHTML = html;
      revealMark(body);
    } catch {
      if (request !== panel.request) return;
      body.innerHTML = '';
      body.append(paragraph('tl-warning', words.texts.panelFailed));
    }
  }

  async function saveCard(form, submitter) {
    const fields = new URLSearchParams(new FormData(form, submitter));
    const address = form.getAttribute('action');
    try {
      const response = await fetch(`${address}?manh=1`, { method: 'POST', body: fields });
      const html = await response.text();
      if (!response.headers.get('X-Troly-Manh')) throw new Error(`HTTP ${response.status}`);
      byId('tl-panel-body').innerHTML = html;
      byId('tl-panel-body').scrollTop = 0;
      byId('tl-panel-body').querySelector('.tl-source-title')?.focus({ preventScroll: true });
      byId('tl-list-again')?.click();
    } catch {
      toast(words.texts.cardFailed);
    }
  }

  function revealMark(body) {
    window.trolyViewer.updateZoom(body);
    window.trolyViewer.reveal(body);
    carryCitations(body);
    body.querySelector('.tl-source-title')?.focus({ preventScroll: true });
  }

  /* the page of its own steps through the same citations */
  function carryCitations(body) {
    const alone = body.querySelector('a[data-alone]');
    const listed = panel.links.map((link) => {
      const address = new URL(link.href);
      const [page, start, end] = ['trang', 'tu', 'den'].map((name) => address.searchParams.get(name));
      return `${address.pathname.split('/').pop()}.${page}.${start}.${end}`;
    });
    if (alone && listed.length > 1) alone.href = `${alone.getAttribute('href')}&ds=${[...new Set(listed)].join(',')}`;
  }

  function closePanel() {
    if (byId('tl-panel').hidden) return;
    byId('tl-panel').hidden = true;
    document.body.classList.remove('tl-panel-open');
    markActive(null);
    if (panel.opener?.isConnected) panel.opener.focus();
  }

  function step(by) {
    const next = panel.index + by;
    if (next < 0 || next >= panel.links.length) return;
    panel.index = next;
    showSource(panel.links[next].getAttribute('href'), panel.links[next]);
  }

  function updateBar() {
    const several = panel.links.length > 1;
    const [previous, next] = ['previous', 'next'].map((name) => document.querySelector(`[data-panel="${name}"]`));
    previous.hidden = next.hidden = !several;
    previous.disabled = panel.index <= 0;
    next.disabled = panel.index >= panel.links.length - 1;
    const count = document.querySelector('.tl-panel-count');
    count.textContent = several
      ? words.texts.citationOf.replace('{n}', panel.index + 1).replace('{total}', panel.links.length)
      : '';
  }

  function markActive(link) {
    document.querySelectorAll('.tl-active').forEach((item) => item.classList.remove('tl-active'));
    if (!link) return;
    const scope = link.closest('.tl-answer, [data-sources]') || document;
    scope.querySelectorAll('a[data-source]').forEach((item) => {
      if (item.getAttribute('href') === link.getAttribute('href')) item.classList.add('tl-active');
    });
  }

  function paragraph(kind, text) {
    const element = document.createElement('p');
    element.className = kind;
    element.textContent = text;
    return element;
  }

  /* --- quote on hover and focus -------------------------------------------------------------------------------- */
  function showTip(link) {
    const tip = byId('tl-tip');
    if (!tip || !link.dataset.quote) return;
    tip.replaceChildren(paragraph('tl-tip-place', link.dataset.place || ''), paragraph('tl-tip-quote', `“${link.dataset.quote}”`));
    tip.hidden = false;
    const at = link.getBoundingClientRect();
    const left = Math.min(Math.max(8, at.left - 40), window.innerWidth - tip.offsetWidth - 8);
    const above = at.top - tip.offsetHeight - 8;
    tip.style.left = `${left}px`;
    tip.style.top = `${above > 8 ? above : at.bottom + 8}px`;
  }

  function hideTip() {
    const tip = byId('tl-tip');
    if (tip) tip.hidden = true;
  }

  /* --- copy ---------------------------------------------------------------------------------------------------- */
  async function copy(text) {
    let done = false;
    if (navigator.clipboard) done = await navigator.clipboard.writeText(text).then(() => true, () => false);
    toast(done || copyBySelection(text) ? words.texts.copied : words.texts.copyFailed);
  }

  function copyBySelection(text) {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'tl-hidden';
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }

  let toastTimer = 0;
  function toast(text) {
    const element = byId('tl-toast');
    element.textContent = text;
    element.classList.add('tl-shown');
    clearTimeout(toastTimer);
    toastTimer = setTimeout(() => element.classList.remove('tl-shown'), 4000);
  }

  /* --- chips: pressing one draws the conversation anew, the keyboard stays where it was ------------------------- */
  let pressedChip = null;
  function keepChipFocus() {
    if (!pressedChip || document.querySelector('.tl-turn[aria-busy]')) return;
    const { turn, reading } = pressedChip;
    const chip = [...document.querySelectorAll('.tl-chip')]
      .find((item) => item.dataset.turn === turn && item.dataset.reading === reading);
    if (chip && chip !== document.activeElement) chip.focus({ preventScroll: true });
  }
  for (const name of ['keydown', 'pointerdown']) document.addEventListener(name, () => (pressedChip = null), true);

  /* --- deletion ------------------------------------------------------------------------------------------------ */
  function confirmRemoval(title) {
    const dialog = byId('tl-dialog');
    const text = byId('tl-dialog-text');
    text.textContent = text.dataset.text.replace('{title}', () => title);
    dialog.returnValue = '';
    dialog.showModal();
    return new Promise((resolve) => {
      dialog.addEventListener('close', () => resolve(dialog.returnValue === 'remove'), { once: true });
    });
  }

  /* --- the conversation follows what is being written ---------------------------------------------------------- */
  function follow() {
    const box = byId('tl-scroll');
    if (!box) return;
    const turns = box.querySelectorAll('.tl-turn');
    const last = turns[turns.length - 1];
    if (!last) return void (box.scrollTop = 0);
    // in a low window, as at 200 %, the page itself scrolls
    if (getComputedStyle(box).overflowY === 'visible') return last.scrollIntoView({ block: 'start' });
    const top = last.getBoundingClientRect().top - box.getBoundingClientRect().top + box.scrollTop;
    box.scrollTop = Math.min(top - 12, box.scrollHeight);
  }

  let stateSeen = '';
  function followIfNew() {
    const turns = document.querySelectorAll('#tl-scroll .tl-turn');
    const state = `${turns.length} ${document.querySelector('#tl-live .tl-turn, #tl-early .tl-turn') !== null}`;
    if (state === stateSeen) return;
    const said = byId('tl-said');
    const answered = stateSeen.endsWith('true') && state.endsWith('false') && turns.length > 0;
    if (said) said.textContent = answered ? words.texts.answered : '';
    stateSeen = state;
    follow();
  }

  /* the chat and the panel fill what the header and the tabs leave */
  const frame = new ResizeObserver(measureTop);
  let framed = false;
  function measureTop() {
    const tabs = document.querySelector('#tl-tabs .tab-wrapper');
    const bottom = Math.round(tabs.getBoundingClientRect().bottom + window.scrollY);
    document.documentElement.style.setProperty('--tl-top', `${bottom}px`);
    followHeader();
  }

  /* where the page scrolls the header goes, and the panel takes its room */
  function followHeader() {
    const tabs = document.querySelector('#tl-tabs .tab-wrapper');
    if (!tabs) return;
    const seen = Math.max(0, Math.round(tabs.getBoundingClientRect().bottom));
    document.documentElement.style.setProperty('--tl-panel-top', `${seen}px`);
  }
  document.addEventListener('scroll', (event) => event.target === document && followHeader(), true);

  function watchFrame() {
    const parts = [byId('tl-header'), document.querySelector('#tl-tabs .tab-wrapper')];
    if (framed || !parts.every(Boolean)) return;
    framed = true;
    parts.forEach((part) => frame.observe(part));
  }

  function openTab(label) {
    const tab = [...document.querySelectorAll('[role="tab"]')].find((item) => item.textContent.trim() === label);
    tab?.click();
  }

  /* --- one listener for the page ------------------------------------------------------------------------------- */
  document.addEventListener('click', (event) => {
    const target = event.target.closest?.('a, button');
    if (!target) return;
    const plain = event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey;
    if (plain && target.matches('a[data-source]') && byId('tl-panel')) {
      event.preventDefault();
      hideTip();
      openSource(target);
    } else if (plain && target.matches('a[data-page]') && byId('tl-panel')) {
      event.preventDefault();
      if (!target.closest('#tl-panel')) Object.assign(panel, { links: [], index: -1, opener: target });
      showSource(target.getAttribute('href'), null);
    } else if (target.dataset.panel === 'close') closePanel();
    else if (target.dataset.panel === 'previous') step(-1);
    else if (target.dataset.panel === 'next') step(1);
    else if (target.dataset.copy !== undefined) copy(target.dataset.copy);
    else if (target.matches('.tl-chip')) pressedChip = { ...target.dataset };
    else if (target.dataset.tab) openTab(target.dataset.tab);
    else if (target.matches('.tl-skip')) {
      event.preventDefault();
      document.querySelector('#tl-question textarea')?.focus();
    }
  });
  document.addEventListener('submit', (event) => {
    if (!event.target.matches('#tl-panel form[data-card-form]')) return;
    event.preventDefault();
    saveCard(event.target, event.submitter);
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || byId('tl-dialog')?.open) return;
    hideTip();
    closePanel();
  });
  for (const [name, action] of [['mouseover', showTip], ['focusin', showTip]]) {
    document.addEventListener(name, (event) => {
      const link = event.target.closest?.('a.tl-cite[data-quote]');
      if (link) action(link);
    });
  }
  for (const name of ['mouseout', 'focusout']) {
    document.addEventListener(name, (event) => event.target.closest?.('a.tl-cite[data-quote]') && hideTip());
  }
  document.addEventListener('scroll', hideTip, true);
  /* what opens below the edge is brought into sight */
  document.addEventListener('toggle', (event) => {
    if (event.target.open && event.target.matches('.tl-judge')) event.target.scrollIntoView({ block: 'nearest' });
  }, true);

  /* Gradio writes its own language over ours once it has started */
  const root = document.documentElement;
  new MutationObserver(() => {
    if (root.lang !== 'vi') root.lang = 'vi';
  }).observe(root, { attributes: true, attributeFilter: ['lang'] });
  new MutationObserver((changes) => {
    document.body?.classList.remove('dark');
    for (const change of changes) {
      if (change.type === 'characterData') translateText(change.target);
      else if (change.type === 'attributes') translateAttributes(change.target);
      else change.addedNodes.forEach(translateTree);
    }
    followIfNew();
    keepChipFocus();
    watchFrame();
  }).observe(document.documentElement, {
    subtree: true, childList: true, characterData: true, attributes: true, attributeFilter: ATTRIBUTES,
  });

  window.troly = { confirmRemoval, toast };
})();
