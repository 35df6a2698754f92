// The search field offers names as they are typed; arrow keys choose, Enter goes there, Escape closes.
'use strict';
(() => {
  const WAIT = 120;

  window.dateline.enhancers.find = field => {
    const list = document.createElement('ul');
    list.id = 'found-names';
    list.className = 'found-names';
    list.hidden = true;
    list.setAttribute('role', 'listbox');
    list.setAttribute('aria-label', 'Names');
    field.after(list);
    field.setAttribute('role', 'combobox');
    field.setAttribute('aria-autocomplete', 'list');
    field.setAttribute('aria-controls', list.id);
    field.setAttribute('aria-expanded', 'false');

    let timer;
    let asked = 0;
    let chosen = -1;

    const options = () => [...list.querySelectorAll('[role=option]')];

    const go = option => location.assign(option.dataset.address);

    const close = () => {
      list.hidden = true;
      chosen = -1;
      field.setAttribute('aria-expanded', 'false');
      field.removeAttribute('aria-activedescendant');
    };

    const choose = index => {
      const all = options();
      chosen = all.length === 0 ? -1 : (index + all.length) % all.length;
      all.forEach((option, at) => option.setAttribute('aria-selected', String(at === chosen)));
      if (chosen >= 0) {
        field.setAttribute('aria-activedescendant', all[chosen].id);
        all[chosen].scrollIntoView({block: 'nearest'});
      }
    };

    const ask = async () => {
      const words = field.value.trim();
      const mine = ++asked;
      if (words.length < 2) {
        close();
        return;
      }
      try {
        const asking = new URLSearchParams(new FormData(field.form));
        asking.set('q', words);
        const answer = await fetch(`/find?${asking}`, {headers: {Accept: 'text/html'}});
        if (!answer.ok || mine !== asked || document.activeElement !== field) {
          return;
        }
        // The server escapes every name; what it sends is its own template.
        list.innerHTML = await answer.text();
        chosen = -1;
        field.removeAttribute('aria-activedescendant');
        list.hidden = options().length === 0;
        field.setAttribute('aria-expanded', String(!list.hidden));
      } catch {
        close();
      }
    };

    field.addEventListener('input', () => {
      clearTimeout(timer);
      timer = setTimeout(ask, WAIT);
    });
    field.addEventListener('keydown', event => {
      if (list.hidden) {
        return;
      }
      if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
        event.preventDefault();
        choose(event.key === 'ArrowDown' ? chosen + 1 : chosen < 0 ? -1 : chosen - 1);
      } else if (event.key === 'Enter' && chosen >= 0) {
        event.preventDefault();
        go(options()[chosen]);
      } else if (event.key === 'Escape') {
        event.preventDefault();
        close();
      }
    });
    // Before the field loses the focus, which closes the list.
    list.addEventListener('mousedown', event => {
      const option = event.target.closest('[role=option]');
      if (option && event.button === 0) {
        event.preventDefault();
        go(option);
      }
    });
    field.addEventListener('blur', close);
  };
})();
