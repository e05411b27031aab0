/* What was typed survives a reload: this tab keeps it until it stands in the conversation with its answer. */
(() => {
  'use strict';
  const KEY = 'troly-question';
  // what an earlier life of this tab left; what is typed from now on may be on its way already when the page has come up
  const left = window.sessionStorage.getItem(KEY);
  let opened = false;

  const box = () => document.querySelector('#tl-question textarea');

  function lastAsked() {
    const asked = document.querySelectorAll('#tl-history .tl-question-text');
    return asked.length ? asked[asked.length - 1].textContent.trim() : null;
  }

  function putBack(field, text) {
    if (field.value || lastAsked() === text.trim()) return;
    field.value = text;
    field.dispatchEvent(new Event('input', { bubbles: true }));
  }

  function follow() {
    const field = box();
    if (!field || !document.querySelector('#tl-history .tl-turn, #tl-history .tl-welcome')) return;
    if (!opened) {
      opened = true;
      if (left && window.sessionStorage.getItem(KEY) === left) putBack(field, left);
      return;
    }
    const text = window.sessionStorage.getItem(KEY);
    const waiting = document.querySelector('#tl-live .tl-turn, #tl-early .tl-turn') || field.value;
    if (text && !waiting && lastAsked() === text.trim()) window.sessionStorage.removeItem(KEY);
  }

  // an Enter too many stays here: while the server looked at it, the question typed next would be dropped
  document.addEventListener('keydown', (event) => {
    if (event.target !== box() || event.key !== 'Enter' || event.shiftKey || event.target.value.trim()) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  document.addEventListener('input', (event) => {
    if (event.target === box() && !event.asked) window.sessionStorage.setItem(KEY, event.target.value);
  });
  new MutationObserver(follow).observe(document.documentElement, { subtree: true, childList: true });
})();
