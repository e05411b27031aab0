/* The drawer of conversations, and the page's address, which names the open one so that a reload finds it. */
(() => {
  'use strict';
  const OPEN = 'tl-drawer-open';
  let opener = null;

  function openDrawer(button) {
    opener = button;
    document.body.classList.add(OPEN);
    document.querySelector('#tl-drawer-search textarea, #tl-drawer-search input')?.focus();
  }

  function closeDrawer() {
    if (!document.body.classList.contains(OPEN)) return false;
    document.body.classList.remove(OPEN);
    const back = opener?.isConnected ? opener : document.querySelector('[data-drawer="open"]');
    back?.focus();
    return true;
  }

  function nameConversation() {
    const bar = document.querySelector('#tl-bar [data-conversation]');
    if (!bar) return;
    const address = new URL(window.location.href);
    const now = bar.dataset.conversation;
    if ((address.searchParams.get('cuoc') || '') === now) return;
    if (now) address.searchParams.set('cuoc', now);
    else address.searchParams.delete('cuoc');
    window.history.replaceState(window.history.state, '', address);
  }

  document.addEventListener('click', (event) => {
    const button = event.target.closest?.('[data-drawer]');
    if (button?.dataset.drawer === 'open') openDrawer(button);
    if (button?.dataset.drawer === 'close') closeDrawer();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape') return;
    const renaming = event.target.closest?.('form.tl-rename');
    if (renaming) renaming.hidden = true;
    // one press closes one thing: the source panel behind the drawer stays
    if (renaming || closeDrawer()) event.stopImmediatePropagation();
  }, true);
  new MutationObserver(nameConversation).observe(document.documentElement, { subtree: true, childList: true });

  window.trolyDrawer = { close: closeDrawer };
})();
