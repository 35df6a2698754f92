// What every page can do beyond what its HTML does alone. Without it everything still works, with more page loads.
'use strict';
(() => {
  const root = document.documentElement;

  // Pages are swapped in piece by piece, so everything that needs it is set up again, once each.
  const enhance = () => {
    localTimes();
    for (const each of document.querySelectorAll('[data-enhance]:not([data-enhanced])')) {
      each.dataset.enhanced = '';
      window.dateline.enhancers[each.dataset.enhance]?.(each);
    }
  };

  window.dateline = {enhancers: {}, enhance};

  // Times: the server writes UTC; here they are the reader's, with the exact moment to hover for.
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone || 'UTC';
  const local = new Intl.DateTimeFormat('en-GB', {day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit'});
  const exact = new Intl.DateTimeFormat('en-GB', {dateStyle: 'full', timeStyle: 'long'});

  const localTimes = () => {
    for (const time of document.querySelectorAll('time[datetime*="T"]:not([data-local])')) {
      const at = new Date(time.dateTime);
      if (!Number.isNaN(at.getTime())) {
        time.dataset.local = '';
        time.textContent = local.format(at);
        time.title = `${exact.format(at)} (${time.dateTime})`;
      }
    }
    for (const named of document.querySelectorAll('[data-zone]')) {
      named.textContent = zone;
    }
  };

  // The theme: the system's, until somebody chooses.
  const isDark = () => (root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light')) === 'dark';

  const showTheme = () => {
    for (const button of document.querySelectorAll('[data-theme-switch]')) {
      button.hidden = false;
      button.setAttribute('aria-pressed', String(isDark()));
    }
    document.dispatchEvent(new CustomEvent('dateline:theme'));
  };

  const switchTheme = () => {
    root.dataset.theme = isDark() ? 'light' : 'dark';
    try {
      localStorage.setItem('theme', root.dataset.theme);
    } catch {
      // It lasts as long as the page, then.
    }
    showTheme();
  };

  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', showTheme);

  document.addEventListener('click', event => {
    if (event.target.closest('[data-theme-switch]')) {
      switchTheme();
    }
  });

  // Keys: a slash goes to the search field, from wherever nothing is being typed.
  document.addEventListener('keydown', event => {
    const typing = event.target.closest('input, textarea, select, [contenteditable]');
    if (event.key === '/' && !typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
      event.preventDefault();
      document.getElementById('find')?.focus();
    }
  });

  // Whatever htmx swaps in is set up like a page; what fails is said.
  const fault = text => {
    const notice = document.getElementById('fault');
    if (notice) {
      notice.textContent = text;
      notice.hidden = text === '';
    }
  };

  document.addEventListener('htmx:afterSettle', enhance);
  document.addEventListener('htmx:beforeRequest', () => fault(''));
  document.addEventListener('htmx:sendError', () => fault('The service does not answer. What you see is as it was before.'));
  document.addEventListener('htmx:timeout', () => fault('The service took too long. What you see is as it was before.'));

  document.addEventListener('DOMContentLoaded', () => {
    showTheme();
    enhance();
  });
})();
