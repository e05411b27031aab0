/* Whole folders for the upload box, dropped or chosen: the framework's box takes files alone. */
(() => {
  'use strict';
  const MOST = 5000;
  const LEFT_OUT = /^(?:\.|~\$|thumbs\.db$|desktop\.ini$)/i;
  const box = () => document.querySelector('#tl-upload-box input[type=file]');
  const wanted = (file) => !LEFT_OUT.test(file.name);

  function hand(files) {
    const input = box();
    const carried = new DataTransfer();
    for (const file of files.filter(wanted).slice(0, MOST)) carried.items.add(file);
    if (!input || !carried.files.length) return void tell('folderEmpty');
    if (files.filter(wanted).length > MOST) tell('folderLarge');
    input.files = carried.files;
    input.dispatchEvent(new Event('change', { bubbles: true }));
  }

  function tell(what) {
    const place = document.getElementById('tl-folder-told');
    if (place) place.textContent = window.trolyWords.texts[what];
  }

  const file = (entry) => new Promise((done) => { entry.file((found) => done([found]), () => done([])); });

  /* a reader gives a hundred entries at a time and an empty list at the end */
  async function inside(entry) {
    if (entry.isFile) return file(entry);
    const reader = entry.createReader();
    const files = [];
    for (;;) {
      const some = await new Promise((done) => { reader.readEntries(done, () => done([])); });
      if (!some.length || files.length > MOST) return files;
      for (const one of some) if (wanted(one)) files.push(...await inside(one));
    }
  }

  document.addEventListener('drop', async (event) => {
    if (!event.target.closest?.('#tl-upload-box')) return;
    // before anything is awaited: the list is empty afterwards
    const entries = [...event.dataTransfer.items].map((item) => item.webkitGetAsEntry?.()).filter(Boolean);
    if (!entries.some((one) => one.isDirectory)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
    tell('folderReading');
    const files = (await Promise.all(entries.map(inside))).flat();
    tell('folderNothing');
    hand(files);
  }, true);

  document.addEventListener('click', (event) => {
    if (!event.target.closest?.('[data-choose-folder]')) return;
    tell('folderNothing');
    const chooser = Object.assign(document.createElement('input'), { type: 'file', webkitdirectory: true });
    chooser.addEventListener('change', () => hand([...chooser.files]));
    chooser.click();
  });
})();
