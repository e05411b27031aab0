/* The tab that checks a draft: filters, marks that open their card, decisions. */
window.trolyChecking = (element, change, words) => {
  'use strict';
  const holder = element.closest('#tl-check-result') || element;
  const pressed = (button, is) => button.setAttribute('aria-pressed', String(is));

  function filter(name) {
    holder.dataset.filter = name;
    element.querySelectorAll('.tl-claim-card.tl-open').forEach((card) => card.classList.remove('tl-open'));
    showFilter();
  }

  function showFilter() {
    const name = holder.dataset.filter || 'see';
    element.querySelectorAll('button[data-filter]').forEach((button) => pressed(button, button.dataset.filter === name));
  }

  function openCard(mark) {
    const card = element.querySelector(`#tl-claim-${CSS.escape(mark.dataset.n)}`);
    if (!card) return;
    const shown = getComputedStyle(card).display !== 'none';
    if (shown && card.classList.contains('tl-open')) return void card.classList.remove('tl-open');
    card.classList.add('tl-open');
    element.querySelectorAll('mark.tl-active').forEach((other) => other.classList.remove('tl-active'));
    mark.classList.add('tl-active');
    card.scrollIntoView({ block: 'nearest' });
    card.focus({ preventScroll: true });
  }

  async function decide(button) {
    const was = button.getAttribute('aria-pressed') === 'true';
    const check = button.closest('[data-check]').dataset.check;
    const query = new URLSearchParams({ decision: was ? '' : button.dataset.decision });
    const address = `/kiem-chung/${encodeURIComponent(check)}/${button.dataset.n}?${query}`;
    try {
      const answer = await fetch(address, { method: 'POST' });
      if (!answer.ok) throw new Error(`HTTP ${answer.status}`);
      button.parentElement.querySelectorAll('button').forEach((other) => pressed(other, other === button && !was));
    } catch {
      window.troly.toast(words.decisionFailed);
    }
  }

  element.addEventListener('click', (event) => {
    const target = event.target.closest('button[data-filter], mark[data-n], button[data-decision], button[data-action]');
    if (!target) return;
    if (target.dataset.decision) decide(target);
    else if (target.matches('mark')) openCard(target);
    else if (target.dataset.action) {
      if (target.dataset.sure && !window.confirm(target.dataset.sure)) return;
      change({ action: target.dataset.action, id: target.dataset.id });
    }
    else filter(target.dataset.filter);
  });
  element.addEventListener('keydown', (event) => {
    if (!event.target.matches('mark[data-n]') || !['Enter', ' '].includes(event.key)) return;
    event.preventDefault();
    openCard(event.target);
  });
  new MutationObserver(showFilter).observe(element, { childList: true, subtree: true });
};
