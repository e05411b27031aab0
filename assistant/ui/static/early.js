/* The first words of an answer. On Enter the page asks by itself and draws what comes; Gradio's event follows with the
   same token, takes the answer over and does the rest. Where the page's own request fails, the event answers alone. */
(() => {
  'use strict';
  const ADDRESS = '/hoi';
  // the event follows at the latest after this long: with a language model the first words take seconds
  const PATIENCE_MS = 600;
  const AGAIN_MS = 250;
  // what no event followed or took over, because it failed, is taken off the screen
  const LOST_MS = 5000;
  const LONGEST = 4000;
  let chosen = [0, 0, [], []];
  let asked = null;

  const box = () => document.querySelector('#tl-question textarea');
  const lastTurn = () => [...document.querySelectorAll('#tl-history .tl-turn')].pop();
  const place = () => document.querySelector('#tl-early .tl-early-turn');
  const wait = (ms) => new Promise((resolve) => { setTimeout(resolve, Math.max(ms, 0)); });
  // hidden pages paint nothing and call nobody back
  const painted = () => Promise.race([new Promise((done) => { requestAnimationFrame(() => setTimeout(done)); }), wait(50)]);

  function token() {
    return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
  }

  function begin(question, filters) {
    leave();
    const one = { question, filters: JSON.stringify(filters), token: token(), at: performance.now(), before: lastTurn() };
    one.stop = new AbortController();
    one.heard = new Promise((resolve) => { one.hears = resolve; });
    one.shown = new Promise((resolve) => { one.shows = resolve; });
    asked = one;
    search(question);
    listen(one, filters).catch(() => null).finally(() => {
      one.hears(false);
      one.shows();
      wait(LOST_MS).then(() => asked === one && leave());
    });
    return one;
  }

  // while Gradio still ends the event before, an Enter is dropped: it is pressed again, and at last taken off the screen
  async function insist(one) {
    while (asked === one && !one.followed && performance.now() - one.at < LOST_MS) {
      await wait(AGAIN_MS);
      if (asked !== one || one.followed || box()?.value !== one.question) break;
      box().dispatchEvent(new KeyboardEvent('keypress', { key: 'Enter', bubbles: true, cancelable: true }));
    }
    if (asked === one && !one.followed) leave();
  }

  async function listen(one, filters) {
    if (one.question.length > LONGEST || one.question.isWellFormed?.() === false) return;
    const body = { token: one.token, session: window.__gradio_session_hash__, question: one.question, filters };
    const response = await fetch(ADDRESS, {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body), signal: one.stop.signal,
    });
    if (response.status !== 200) return;
    one.hears(true);
    const reader = response.body.getReader();
    const decoder = new TextDecoder();
    let rest = '';
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const events = (rest + decoder.decode(value, { stream: true })).split('\n\n');
      rest = events.pop();
      const last = events.findLast((event) => event.startsWith('data: '));
      if (last) draw(one, JSON.parse(last.slice(6)).html);
    }
  }

  function search(question) {
    const turn = document.querySelector('#tl-early template')?.content.cloneNode(true);
    if (!turn) return;
    turn.querySelector('.tl-question-text').textContent = question;
    place().replaceChildren(turn);
  }

  function draw(one, html) {
    const turn = place();
    if (asked !== one || !turn || !html) return;
    turn.innerHTML = html;
    if (turn.querySelector('.tl-answer-text')?.textContent.trim()) painted().then(one.shows);
  }

  /* nothing of ours stays on the screen */
  function leave() {
    if (!asked) return;
    asked.stop.abort();
    asked = null;
    place()?.replaceChildren();
  }

  function empty(question) {
    const field = box();
    if (!field || field.value !== question) return;
    field.value = '';
    const event = new Event('input', { bubbles: true });
    event.asked = true;
    field.dispatchEvent(event);
  }

  /* Gradio's event is about to leave with these values; the second is the token */
  async function follow(values) {
    const [question, , exchanges, ...filters] = values;
    if (!question.trim()) return values;
    const known = asked && !asked.followed && asked.question === question && asked.filters === JSON.stringify(filters);
    const one = known ? asked : begin(question, filters);
    one.followed = true;
    const heard = await Promise.race([one.heard, wait(PATIENCE_MS).then(() => false)]);
    if (heard) empty(question);
    if (heard) await Promise.race([one.shown, wait(PATIENCE_MS - (performance.now() - one.at))]);
    one.gone = true;
    if (one.withdrawn) return ['', '', exchanges, ...filters];
    if (!heard) leave();
    return [question, heard ? one.token : '', exchanges, ...filters];
  }

  // until the event has left, another would be a second question
  const held = () => asked !== null && !asked.gone;

  document.addEventListener('keydown', (event) => {
    if (event.target !== box() || event.key !== 'Enter' || event.shiftKey || !event.target.value.trim()) return;
    if (held()) {
      event.preventDefault();
      event.stopImmediatePropagation();
    } else if (!event.isComposing && !document.querySelector('.tl-turn[aria-busy]')) insist(begin(event.target.value, chosen));
  }, true);
  document.addEventListener('click', (event) => {
    if (held() && event.target.closest?.('#tl-question button')) event.stopImmediatePropagation();
    else if (asked && event.target.closest?.('#tl-new')) {
      asked.withdrawn = true;
      leave();
    }
  }, true);

  /* the event has taken over as soon as something of its own stands in the conversation */
  new MutationObserver(() => {
    if (asked && (lastTurn() !== asked.before || document.querySelector('#tl-live .tl-turn'))) leave();
  }).observe(document.documentElement, { subtree: true, childList: true });

  window.trolyEarly = { follow, filtered: (values) => { chosen = values; } };
})();
