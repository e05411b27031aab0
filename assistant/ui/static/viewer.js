/* The source viewer: zoom, picture or text, copying a reference. Works in the panel and on a page of its own. */
(() => {
  'use strict';
  const ZOOMS = [100, 125, 150, 200, 300];
  const SHARP = [[100, 144], [150, 216], [300, 288]];

  const articleOf = (element) => element.closest('.tl-source');

  function resolution(zoom) {
    return (SHARP.find(([limit]) => zoom <= limit) || SHARP[SHARP.length - 1])[1];
  }

  /* the place in the middle stays in the middle; with a box in sight that is the box */
  function zoomTo(article, zoom) {
    const scroll = article.querySelector('.tl-sheet-scroll');
    const sheet = article.querySelector('.tl-sheet');
    if (!sheet) return;
    const middle = (scroll.scrollTop + scroll.clientHeight / 2) / sheet.clientHeight;
    const across = (scroll.scrollLeft + scroll.clientWidth / 2) / sheet.clientWidth;
    sheet.dataset.zoom = zoom;
    sheet.style.width = `${zoom}%`;
    article.querySelector('.tl-zoom-value').textContent = `${zoom} %`;
    sharpen(sheet, zoom);
    scroll.scrollTop = middle * sheet.clientHeight - scroll.clientHeight / 2;
    scroll.scrollLeft = across * sheet.clientWidth - scroll.clientWidth / 2;
    updateZoom(article);
  }

  function sharpen(sheet, zoom) {
    const image = sheet.querySelector('.tl-sheet-image');
    const address = new URL(image.src);
    if (Number(address.searchParams.get('dpi')) >= resolution(zoom)) return;
    address.searchParams.set('dpi', resolution(zoom));
    const next = new Image();
    next.addEventListener('load', () => { image.src = next.src; });
    next.src = address.href;
  }

  function stepZoom(article, by) {
    const sheet = article.querySelector('.tl-sheet');
    if (!sheet) return;
    const at = ZOOMS.indexOf(Number(sheet.dataset.zoom));
    const next = ZOOMS[Math.min(Math.max(at + by, 0), ZOOMS.length - 1)];
    if (next !== Number(sheet.dataset.zoom)) zoomTo(article, next);
  }

  function updateZoom(article) {
    const zoom = Number(article.querySelector('.tl-sheet')?.dataset.zoom);
    const [out, into] = ['out', 'in'].map((name) => article.querySelector(`[data-viewer="${name}"]`));
    if (out) out.disabled = zoom <= ZOOMS[0];
    if (into) into.disabled = zoom >= ZOOMS[ZOOMS.length - 1];
  }

  function show(article, part) {
    for (const element of article.querySelectorAll('[data-view-part]')) element.hidden = element.dataset.viewPart !== part;
    for (const element of article.querySelectorAll('[data-view-tool]')) element.hidden = element.dataset.viewTool !== part;
    for (const button of article.querySelectorAll('[data-viewer-show]')) {
      button.setAttribute('aria-pressed', String(button.dataset.viewerShow === part));
    }
    reveal(article);
  }

  /* the marked words, a third from the top of what scrolls */
  function reveal(root) {
    const part = [...root.querySelectorAll('[data-view-part]')].find((element) => !element.hidden);
    const mark = part?.querySelector('.tl-box[data-first], mark');
    if (!part) return;
    part.scrollTop = 0;
    if (!mark) return;
    const here = part.getBoundingClientRect();
    const there = mark.getBoundingClientRect();
    part.scrollTop = Math.max(0, there.top - here.top - part.clientHeight / 3);
    if (there.right > here.right || there.left < here.left) part.scrollLeft = Math.max(0, there.left - here.left - 24);
  }

  async function copy(button) {
    const text = button.dataset.viewer === 'copy-link' ? new URL(button.dataset.text, window.location.href).href : button.dataset.text;
    let done = false;
    if (navigator.clipboard) done = await navigator.clipboard.writeText(text).then(() => true, () => false);
    const note = articleOf(button).querySelector('.tl-copied');
    note.textContent = done || bySelection(text) ? note.dataset.done : note.dataset.failed;
    window.setTimeout(() => { note.textContent = ''; }, 4000);
  }

  function bySelection(text) {
    const area = document.createElement('textarea');
    area.value = text;
    area.className = 'tl-hidden';
    document.body.append(area);
    area.select();
    const done = document.execCommand('copy');
    area.remove();
    return done;
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-viewer], [data-viewer-show]');
    if (!button) return;
    const article = articleOf(button);
    if (button.dataset.viewerShow) show(article, button.dataset.viewerShow);
    else if (button.dataset.viewer === 'in') stepZoom(article, 1);
    else if (button.dataset.viewer === 'out') stepZoom(article, -1);
    else copy(button);
  });

  /* the next page is shown as this one: as picture or as text */
  document.addEventListener('click', (event) => {
    const link = event.target.closest?.('.tl-source a[data-page]');
    const text = link && articleOf(link).querySelector('[data-viewer-show="text"][aria-pressed="true"]');
    if (!text || link.getAttribute('href').includes('xem=')) return;
    link.setAttribute('href', `${link.getAttribute('href')}&xem=chu`);
  }, true);

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.target.closest?.('input, textarea, select')) return;
    const article = event.target.closest?.('.tl-source') || document.querySelector('body.tl-standalone .tl-source');
    if (!article) return;
    const keys = { '+': () => stepZoom(article, 1), '=': () => stepZoom(article, 1), '-': () => stepZoom(article, -1) };
    const link = { n: 'next', p: 'previous' }[event.key];
    if (keys[event.key]) {
      event.preventDefault();
      keys[event.key]();
    } else if (link) document.querySelector(`.tl-standalone [data-citation="${link}"]`)?.click();
  });

  document.addEventListener('DOMContentLoaded', () => {
    const article = document.querySelector('body.tl-standalone .tl-source');
    if (!article) return;
    updateZoom(article);
    reveal(article);
  });

  window.trolyViewer = { reveal, updateZoom };
})();
