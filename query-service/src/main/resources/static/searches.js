// The saved searches: listed, made, changed and deleted by the API, with whatever rights the reader has.
'use strict';
(() => {
  const API = '/api/searches';

  const element = (name, properties, ...children) => {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  };

  // What went wrong, in the API's own words where it has some.
  const problem = async answer => {
    if (answer.status === 401 || answer.status === 403) {
      return 'You may not do this here. Sign in, or ask whoever runs Dateline.';
    }
    try {
      const told = await answer.json();
      return told.detail || told.title || `It did not work (${answer.status}).`;
    } catch {
      return `It did not work (${answer.status}).`;
    }
  };

  window.dateline.enhancers.searches = page => {
    const table = page.querySelector('table.list');
    const none = page.querySelector('#none');
    const told = page.querySelector('#told');

    const tell = text => {
      told.textContent = text;
      told.hidden = text === '';
    };

    const row = search => {
      const remove = element('button', {type: 'button', textContent: 'Delete'});
      remove.setAttribute('aria-label', `Delete ${search.name}`);
      remove.addEventListener('click', async () => {
        if (!confirm(`Delete “${search.name}”? Its feed ends with it.`)) {
          return;
        }
        const answer = await fetch(`${API}/${encodeURIComponent(search.id)}`, {method: 'DELETE'});
        tell(answer.ok ? `“${search.name}” is deleted.` : await problem(answer));
        await list();
      });
      const name = element('th', {scope: 'row'},
        element('a', {href: `/searches/${encodeURIComponent(search.id)}`, textContent: search.name, dir: 'auto'}));
      const since = element('time', {dateTime: search.createdAt, textContent: search.createdAt});
      return element('tr', {}, name, element('td', {textContent: search.owner, dir: 'auto'}), element('td', {}, since),
        element('td', {className: 'keep'}, element('a', {href: search.feed, textContent: 'Feed'}),
          element('a', {href: search.events, textContent: 'Events'}), remove));
    };

    const list = async () => {
      try {
        const answer = await fetch(`${API}?size=500`, {headers: {Accept: 'application/json'}});
        if (!answer.ok) {
          none.textContent = await problem(answer);
          none.hidden = false;
          return;
        }
        const {total, items} = await answer.json();
        table.tBodies[0].replaceChildren(...items.map(row));
        table.hidden = total === 0;
        none.hidden = total > 0;
        none.textContent = 'None is saved yet.';
        window.dateline.enhance();
      } catch {
        none.textContent = 'The service does not answer.';
        none.hidden = false;
      }
    };

    page.querySelector('#save')?.addEventListener('submit', async event => {
      event.preventDefault();
      const form = event.target;
      const answer = await fetch(API, {
        method: 'POST',
        headers: {'Content-Type': 'application/json'},
        body: JSON.stringify({
          name: form.elements.name.value,
          query: form.dataset.query,
          oncePerStory: form.elements.oncePerStory.checked,
          volume: form.elements.volume.checked,
        }),
      });
      tell(answer.ok ? `“${form.elements.name.value}” is saved.` : await problem(answer));
      if (answer.ok) {
        form.reset();
      }
      await list();
    });

    list();
  };

  // Where one search tells: only who may change it sees the addresses.
  window.dateline.enhancers.channels = panel => {
    const api = `${API}/${encodeURIComponent(panel.dataset.search)}`;
    const listed = panel.querySelector('.channels');
    const notice = panel.querySelector('.notice');
    let search;

    const tell = text => {
      notice.textContent = text;
      notice.hidden = text === '';
    };

    const put = async channels => {
      const {name, query, oncePerStory, volume, version} = search;
      const answer = await fetch(api, {
        method: 'PUT',
        headers: {'Content-Type': 'application/json', 'If-Match': `"${version}"`},
        body: JSON.stringify({name, query, oncePerStory, volume, channels}),
      });
      tell(answer.ok ? '' : await problem(answer));
      if (answer.ok) {
        await show();
      }
      return answer.ok;
    };

    const line = channel => {
      const address = channel.type === 'webhook' ? channel.url : channel.to.join(', ');
      const often = {MATCH: 'at once', HOUR: 'each hour', DAY: 'each day'}[channel.every];
      const words = channel.type === 'webhook' ? 'Webhook ' : `Mail, ${often}, to `;
      const remove = element('button', {type: 'button', textContent: 'Remove'});
      remove.setAttribute('aria-label', `Remove ${address}`);
      remove.addEventListener('click', () => put(search.channels.filter(other => other !== channel)));
      return element('li', {}, words, element('bdi', {textContent: address}), ' ', remove);
    };

    const show = async () => {
      try {
        const answer = await fetch(api, {headers: {Accept: 'application/json'}});
        if (!answer.ok) {
          tell(await problem(answer));
          return;
        }
        search = await answer.json();
        listed.replaceChildren(...search.channels.map(line));
        listed.append(element('li', {className: 'none',
          textContent: 'Its feed and its stream of events are there for everybody.'}));
        panel.querySelectorAll('form').forEach(form => { form.hidden = false; });
      } catch {
        tell('The service does not answer.');
      }
    };

    panel.querySelector('form.webhook').addEventListener('submit', async event => {
      event.preventDefault();
      const form = event.target;
      if (await put([...search.channels, {type: 'webhook', url: form.elements.url.value.trim()}])) {
        form.reset();
      }
    });

    panel.querySelector('form.mail').addEventListener('submit', async event => {
      event.preventDefault();
      const form = event.target;
      const to = form.elements.to.value.split(',').map(address => address.trim());
      if (await put([...search.channels, {type: 'mail', to, every: form.elements.every.value}])) {
        form.reset();
      }
    });

    panel.querySelector('.secret').addEventListener('click', async () => {
      if (!confirm('Webhooks are signed with the new secret from now on. Go on?')) {
        return;
      }
      const answer = await fetch(`${api}/secret`,
        {method: 'POST', headers: {'Content-Type': 'application/json'}, body: '{}'});
      tell(answer.ok ? `Webhooks are signed with ${(await answer.json()).secret} now. It is shown only this once.`
        : await problem(answer));
      // Its version is another one now.
      const notices = notice.textContent;
      await show();
      tell(notices);
    });

    show();
  };
})();
