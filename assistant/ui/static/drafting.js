/* The tab "Soạn báo cáo": asks for fragments, redraws only the parts that changed, keeps what is typed. */
(() => {
  'use strict';
  const PATH = '/soan-bao-cao';
  const POLL_MS = 900;
  const TYPING_MS = 1200;
  const words = window.trolyWords.draft;
  const byId = (id) => document.getElementById(id);
  const body = () => byId('tl-draft-body');
  const frame = () => body()?.querySelector('.tl-draft-frame');
  const FACT_FIELDS = ['value', 'unit_of_measure', 'label', 'period', 'place', 'statement'];
  const dataName = (name) => name.replace(/_(\w)/g, (_, letter) => letter.toUpperCase());

  /* --- asking ---------------------------------------------------------------------------------------------------- */
  let queue = Promise.resolve();
  let timer = 0;

  async function fetchFragment(address, options) {
    const response = await fetch(address, options);
    const html = await response.text();
    if (!response.headers.get('X-Troly-Manh')) throw new Error(`HTTP ${response.status}`);
    return html;
  }

  function ask(address, options) {
    const result = queue.then(async () => {
      try {
        draw(await fetchFragment(address, typeof options === 'function' ? options() : options));
        return true;
      } catch {
        saved(words.failed);
        return false;
      }
    });
    queue = result;
    return result;
  }

  function post(what, address) {
    saved(words.saving);
    return ask(address || `${PATH}/${frame().dataset.draft}`, () => ({
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      // read when its turn comes: the change before it has raised the revision
      body: JSON.stringify({ step: frame().dataset.step, ...what, revision: Number(frame().dataset.revision || 0) }),
    }));
  }

  function saved(text) {
    const shown = body()?.querySelector('.tl-draft-saved');
    if (!shown) return;
    shown.textContent = text;
    // the next answer draws it again even where nothing was changed
    drawn.delete('head');
  }

  const open = (id, step) => ask(id ? `${PATH}/${encodeURIComponent(id)}${step ? `?buoc=${step}` : ''}` : PATH);

  /* --- drawing --------------------------------------------------------------------------------------------------- */
  const drawn = new Map();

  function parts(root) {
    return new Map([...root.querySelectorAll('[data-part]')].map((part) => [part.dataset.part, part]));
  }

  function draw(html) {
    const template = document.createElement('template');
    template.innerHTML = html;
    const next = template.content.querySelector('.tl-draft-frame');
    const now = frame();
    const focus = keyOf(document.activeElement);
    const [coming, standing] = [parts(next), now ? parts(now) : new Map()];
    const same = now && now.dataset.draft === next.dataset.draft && now.dataset.step === next.dataset.step
      && [...coming.keys()].join() === [...standing.keys()].join();
    if (same) for (const [name, part] of coming) replacePart(name, part, standing.get(name));
    else replaceAll(next, coming, now);
    if (same) for (const name of ['revision', 'chosen']) now.dataset[name] = next.dataset[name] || '';
    if (same && next.dataset.poll) now.dataset.poll = next.dataset.poll;
    else if (same) delete now.dataset.poll;
    refocus(focus);
    choose(frame().dataset.chosen);
    nameAddress();
    clearTimeout(timer);
    const { draft, poll } = frame().dataset;
    if (poll) timer = setTimeout(() => open(draft, poll), POLL_MS);
  }

  function replacePart(name, part, standing) {
    const html = part.outerHTML;
    if (drawn.get(name) === html) return;
    drawn.set(name, html);
    if (part.tagName === 'DETAILS') part.open = standing.open;
    standing.replaceWith(part);
  }

  function replaceAll(next, coming, now) {
    drawn.clear();
    for (const [name, part] of coming) drawn.set(name, part.outerHTML);
    const other = !now || now.dataset.step !== next.dataset.step || now.dataset.draft !== next.dataset.draft;
    const top = other ? 0 : body().scrollTop;
    body().replaceChildren(next);
    body().scrollTop = top;
    if (other) close(false);
  }

  function keyOf(element) {
    if (!element || !body()?.contains(element)) return null;
    return element.id ? `#${CSS.escape(element.id)}` : element.dataset.do ? describe(element) : null;
  }

  function describe(button) {
    const carried = ['do', 'section', 'fact', 'place', 'by', 'step', 'ticked'].filter((name) => button.dataset[name] !== undefined);
    return carried.map((name) => `[data-${name}="${CSS.escape(button.dataset[name])}"]`).join('');
  }

  function refocus(key) {
    if (!key || body().contains(document.activeElement)) return;
    if (document.activeElement && document.activeElement !== document.body) return;
    body().querySelector(key)?.focus({ preventScroll: true });
  }

  /* the page's address names the open draft, so that a reload finds it */
  function nameAddress() {
    const address = new URL(window.location.href);
    const { draft, step } = frame().dataset;
    const wanted = { nhap: draft, buoc: draft ? step : '' };
    if (Object.entries(wanted).every(([name, value]) => (address.searchParams.get(name) || '') === value)) return;
    for (const [name, value] of Object.entries(wanted)) {
      if (value) address.searchParams.set(name, value);
      else address.searchParams.delete(name);
    }
    window.history.replaceState(window.history.state, '', address);
  }

  /* --- the dock: one sentence or one fact ------------------------------------------------------------------------- */
  const at = { edit: '', place: '', fact: '', section: '', indicator: '', sent: '', typing: 0, opener: null };

  function show(form) {
    byId('tl-dock').hidden = false;
    for (const one of byId('tl-dock').querySelectorAll('form')) one.hidden = one !== form;
  }

  function close(back = true) {
    if (!byId('tl-dock') || byId('tl-dock').hidden) return false;
    clearTimeout(at.typing);
    byId('tl-dock').hidden = true;
    const place = at.place;
    Object.assign(at, { edit: '', place: '', fact: '' });
    mark(null);
    if (back) (chosenElement('sentence', place) || at.opener)?.focus?.({ preventScroll: true });
    return true;
  }

  function editText(edit, place, text, element, focus = true) {
    Object.assign(at, { edit, place, fact: '', sent: text, opener: element });
    show(byId('tl-dock-text'));
    byId('tl-dock-what').textContent = words[`form_${edit}`];
    byId('tl-dock-words').value = text;
    byId('tl-dock-text').querySelector('[data-for="sentence"]').hidden = edit !== 'sentence';
    describeSentence(element);
    mark(element);
    if (focus) byId('tl-dock-words').focus({ preventScroll: true });
    reveal(element);
  }

  function describeSentence(element) {
    byId('tl-dock-why').textContent = element?.dataset.why || '';
    const sources = byId('tl-dock-sources');
    sources.replaceChildren();
    const said = element?.closest('.tl-said');
    const links = said ? [...said.querySelectorAll('a[data-source]')] : [];
    if (!links.length) return;
    sources.append(said.querySelector('.tl-former a[data-source]') ? words.former : words.sources);
    for (const link of links) {
      const shown = link.cloneNode(false);
      shown.className = 'tl-fact-source';
      shown.removeAttribute('id');
      shown.textContent = `[${link.dataset.n}] ${link.dataset.place}`;
      sources.append(' ', shown);
    }
  }

  function editFact(button) {
    Object.assign(at, { edit: '', place: '', fact: button.dataset.fact || '', section: button.dataset.section, indicator: button.dataset.indicator || '', opener: button });
    const form = byId('tl-dock-fact');
    show(form);
    byId('tl-dock-fact-title').textContent = at.fact ? words.editFact : words.newFact;
    for (const name of FACT_FIELDS) form.elements[name].value = button.dataset[dataName(name)] || '';
    form.querySelector('[data-act="drop"]').hidden = !at.fact;
    form.elements.value.focus({ preventScroll: true });
    reveal(button.closest('tr'));
  }

  function mark(element) {
    for (const one of document.querySelectorAll('.tl-sentence.tl-chosen')) one.classList.remove('tl-chosen');
    element?.classList.add('tl-chosen');
  }

  function reveal(element) {
    if (!element) return;
    const [box, here] = [body().getBoundingClientRect(), element.getBoundingClientRect()];
    if (here.bottom > box.bottom - 12) body().scrollTop += here.bottom - box.bottom + 24;
    if (here.top < box.top + 12) body().scrollTop -= box.top - here.top + 24;
  }

  function chosenElement(edit, place) {
    if (edit === 'title') return byId('tl-edit-title');
    return place ? byId(`tl-edit-${place}`) : null;
  }

  /* after a change: the same sentence, wherever it stands now */
  function choose(place) {
    if (!at.edit) return;
    if (place === '-') return void close(false);
    if (place && place !== 'title' && place !== at.place) Object.assign(at, { edit: 'sentence', place });
    const element = chosenElement(at.edit, at.place);
    if (!element && at.edit !== 'after' && at.edit !== 'paragraph') return void close(false);
    if (!element) return;
    byId('tl-dock-what').textContent = words[`form_${at.edit}`];
    byId('tl-dock-text').querySelector('[data-for="sentence"]').hidden = at.edit !== 'sentence';
    const box = byId('tl-dock-words');
    // what was typed since it was sent stays, in the field and on the sheet
    if (box.value.trim() === at.sent.trim() || document.activeElement !== box) {
      if (document.activeElement !== box) box.value = element.dataset.text;
      at.sent = element.dataset.text;
    } else element.textContent = box.value;
    describeSentence(element);
    mark(element);
  }

  function sendText(continues) {
    clearTimeout(at.typing);
    const text = byId('tl-dock-words').value;
    if (!at.edit || (continues && !text.trim())) return Promise.resolve();
    if (['sentence', 'title', 'heading'].includes(at.edit) && text === at.sent) return Promise.resolve();
    at.sent = text;
    return post({ do: 'text', edit: at.edit, place: at.place, text, continues });
  }

  function typed() {
    clearTimeout(at.typing);
    if (!['sentence', 'title', 'heading'].includes(at.edit)) return;
    const element = chosenElement(at.edit, at.place);
    if (element) element.textContent = byId('tl-dock-words').value || '…';
    at.typing = setTimeout(() => sendText(true), TYPING_MS);
  }

  async function act(name) {
    if (name === 'close') {
      if (['sentence', 'title', 'heading'].includes(at.edit)) await sendText(false);
      return void close();
    }
    if (name === 'drop') return void post({ do: 'drop-fact', fact: at.fact }).then(() => close());
    await sendText(false);
    if (!at.edit) return;
    if (name === 'remove') post({ do: 'remove', place: at.place });
    if (name === 'up' || name === 'down') post({ do: 'move', place: at.place, by: name === 'up' ? -1 : 1 });
    if (name === 'after') editText('after', at.place, '', chosenElement('sentence', at.place));
  }

  async function submitFact(form) {
    const changes = Object.fromEntries(FACT_FIELDS.map((name) => [name, form.elements[name].value]));
    if (!at.fact) changes.indicator = at.indicator;
    if (!changes.value.trim() && !changes.statement.trim()) {
      form.elements.value.setCustomValidity(byId('tl-draft').dataset.noValue);
      form.elements.value.reportValidity();
      return;
    }
    if (await post({ do: 'fact', fact: at.fact, section: at.section, changes })) close();
  }

  /* --- one listener for the tab ------------------------------------------------------------------------------------- */
  function pressed(button) {
    const { do: what, step, id, target, ...rest } = button.dataset;
    if (what === 'home' || (what === 'step' && step === 'ask')) return void open('');
    if (what === 'open') return void open(id);
    if (what === 'step') return void open(frame().dataset.draft, step);
    if (what === 'show') {
      byId(target).hidden = !byId(target).hidden;
      byId(target).querySelector('input')?.select();
    } else if (what === 'delete' || what === 'restore') post({ do: what, id }, PATH);
    else if (what === 'form-fact') editFact(button);
    else if (what === 'form-text') editText(rest.edit, rest.place, '', button);
    else post({ do: what, ...numbered(rest) });
  }

  function numbered(rest) {
    const made = { ...rest };
    for (const name of ['by', 'number']) if (name in made) made[name] = Number(made[name]);
    if ('ticked' in made) made.ticked = made.ticked === '1';
    return made;
  }

  document.addEventListener('click', (event) => {
    if (!event.target.closest?.('#tl-draft')) return;
    const acting = event.target.closest('[data-act]');
    if (acting) return void act(acting.dataset.act);
    const sentence = event.target.closest('.tl-sentence');
    if (sentence) return void choosing(sentence);
    const button = event.target.closest('button[data-do]');
    if (button) pressed(button);
  });

  async function choosing(sentence) {
    const { edit, place } = sentence.dataset;
    if (at.edit === edit && at.place === (place || '') && !byId('tl-dock').hidden) return;
    if (['sentence', 'title', 'heading'].includes(at.edit)) await sendText(false);
    const now = chosenElement(edit, place || '');
    if (now) editText(edit, place || '', now.dataset.text, now);
  }

  document.addEventListener('change', (event) => {
    const input = event.target;
    if (!input.closest?.('#tl-draft')) return;
    if (input.matches('input[type="checkbox"][data-do]')) post({ do: input.dataset.do, fact: input.dataset.fact, ticked: input.checked });
    else if (input.matches('[data-upload]') && input.files.length) upload(input.files[0]);
    else if (input.closest('form[data-auto]')) post({ do: 'choose-export', ...Object.fromEntries(new FormData(input.form)) });
    else if (input.name === 'kind') input.form.elements.year_to.closest('.tl-field').hidden = input.value !== 'range';
  });

  function upload(file) {
    saved(words.saving);
    const headers = { 'X-Ten-Tep': encodeURIComponent(file.name), 'Content-Type': 'application/octet-stream' };
    ask(`${PATH}/${frame().dataset.draft}/mau`, { method: 'POST', headers, body: file });
  }

  document.addEventListener('submit', (event) => {
    const form = event.target;
    if (!form.closest?.('#tl-draft')) return;
    event.preventDefault();
    const values = Object.fromEntries(new FormData(form));
    if (form.id === 'tl-dock-text') sendText(false).then(() => ['sentence', 'title', 'heading'].includes(at.edit) && close());
    else if (form.id === 'tl-dock-fact') submitFact(form);
    else if (form.dataset.do === 'rename') post({ do: 'rename', id: form.dataset.id, title: values.title }, PATH);
    else if (form.dataset.do === 'begin') post({ do: 'begin', changes: values }, PATH);
    else if (form.dataset.do === 'head') post({ do: 'head', changes: values });
  });

  document.addEventListener('input', (event) => {
    if (event.target.id === 'tl-dock-words' && !event.isComposing) typed();
    if (event.target.id === 'tl-dock-value') event.target.setCustomValidity('');
  });
  document.addEventListener('compositionend', (event) => event.target.id === 'tl-dock-words' && typed());

  document.addEventListener('keydown', (event) => {
    if (!event.target.closest?.('#tl-draft')) return;
    if (event.key === 'Escape' && event.target.closest('#tl-dock')) {
      event.stopImmediatePropagation();
      act('close');
    } else if (event.key === 'Enter' && event.ctrlKey && event.target.closest('#tl-dock form')) {
      event.preventDefault();
      event.target.closest('form').requestSubmit();
    } else if (['Enter', ' '].includes(event.key) && event.target.matches('.tl-sentence')) {
      event.preventDefault();
      choosing(event.target);
    }
  }, true);

  /* --- the first look ----------------------------------------------------------------------------------------------- */
  let begun = false;
  function begin() {
    if (begun || !byId('tl-draft')?.offsetParent) return;
    begun = true;
    const known = new URL(window.location.href).searchParams;
    open(known.get('nhap') || '', known.get('buoc') || '');
  }

  function openOwnTab() {
    const wanted = new URL(window.location.href).searchParams.get('nhap');
    const tab = [...document.querySelectorAll('#tl-tabs [role="tab"]')].find((item) => item.textContent.trim() === words.tab);
    if (!wanted || !tab || begun) return;
    if (tab.getAttribute('aria-selected') !== 'true') tab.click();
  }

  new MutationObserver(() => {
    if (begun) return;
    openOwnTab();
    begin();
  }).observe(document.documentElement, { subtree: true, childList: true, attributes: true, attributeFilter: ['class', 'style', 'hidden'] });
})();
