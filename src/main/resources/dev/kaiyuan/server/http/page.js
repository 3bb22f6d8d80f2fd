'use strict';
// The whole state is the address: what is asked, the filters, how many hits, what is read, and where.
// An answer is drawn only if nothing newer was asked meanwhile.

const WORDS = {
  en: {
    skip: 'Skip to the results', home: 'Kaiyuan, start page', query: 'Search the articles', 'query-hint': 'Search in Chinese or English',
    filters: 'Filters', results: 'Results', article: 'Article', more: 'More', title: 'Kaiyuan',
    found: (n, ms, exact) => `${exact ? '' : 'at least '}${n.toLocaleString('en')} article${n === 1 ? '' : 's'} · ${Math.round(ms)} ms`,
    nothing: 'Nothing found.', cut: 'Words, each with how many articles hold it: ', meant: 'Did you mean ', or: '?',
    zh: 'Chinese', en: 'English', other: 'other', why: 'Why it was found', close: 'Close', outline: 'Contents',
    similar: 'Similar articles', line: 'line ', place: (kind, n) => `${kind} ${n}`, failed: 'The server does not answer. Is it still running?', holds: n => `${n.toLocaleString('en')} articles`,
    only: 'By meaning only', off: 'By words only', fold: 'Fold translations', twin: 'The same article in another language: ',
    since: 'since ', until: 'until ', copied: 'Copied', copy: 'Copy path', back: 'Back',
    keys: [['/', 'search'], ['j k', 'next, previous'], ['Enter', 'read'], ['Esc', 'close']],
    kind: { word: '', translation: 'translation', nearness: 'close together', place: 'where the words stand', likeness: 'like the best hits' },
    field: { title: 'title', headings: 'headings', body: 'text' },
  },
  zh: {
    skip: '跳到结果', home: 'Kaiyuan 首页', query: '在文章中检索', 'query-hint': '用中文或英文检索',
    filters: '筛选', results: '结果', article: '文章', more: '更多', title: 'Kaiyuan 开源',
    found: (n, ms, exact) => `${exact ? '' : '至少 '}${n.toLocaleString('zh')} 篇 · ${Math.round(ms)} 毫秒`,
    nothing: '没有找到。', cut: '切分出的词，以及含有它的文章数：', meant: '您要找的是不是 ', or: '？',
    zh: '中文', en: '英文', other: '其他', why: '为什么找到', close: '关闭', outline: '目录',
    similar: '相似的文章', line: '第 ', place: (kind, n) => `第 ${n} ${{ page: '页', slide: '张幻灯片', sheet: '张工作表', chapter: '章', cell: '个单元格', message: '封邮件' }[kind]}`, failed: '服务器没有回应。它还在运行吗？', holds: n => `共 ${n.toLocaleString('zh')} 篇文章`,
    only: '只按语义', off: '只按词', fold: '合并译文', twin: '同一篇文章的另一种语言：',
    since: '起于 ', until: '止于 ', copied: '已复制', copy: '复制路径', back: '返回',
    keys: [['/', '检索'], ['j k', '下一条、上一条'], ['Enter', '阅读'], ['Esc', '关闭']],
    kind: { word: '', translation: '译名', nearness: '彼此相邻', place: '词语所在的位置', likeness: '与最佳结果相似' },
    field: { title: '标题', headings: '小标题', body: '正文' },
  },
};
const locale = navigator.language.toLowerCase().startsWith('zh') ? 'zh' : 'en';
const say = WORDS[locale];
const PAGE = 20, MOST = 1000, SHOWN = { languages: 3, types: 4, tags: 8, years: 6, folders: 6 };
const ASKED = ['q', 'lang', 'path', 'type', 'since', 'until', 'sort', 'meaning', 'twins'];
const SINGLE = [...ASKED, 'n', 'read', 'line'];
const $ = id => document.getElementById(id);
const field = $('q'), status = $('status'), hint = $('hint'), hits = $('hits'), more = $('more'), reader = $('reader'), filters = $('filters'), start = $('start');

let state = read(), timer, asking, opening, typing = false, composing = false, shown = '', open = '', place = 0, selected = -1, results = null, vectors = false;

// State and address.

function read() {
  const from = new URLSearchParams(location.search), to = { tag: from.getAll('tag') };
  for (const name of SINGLE) to[name] = from.get(name) || '';
  return to;
}

function address(of) {
  const to = new URLSearchParams();
  for (const name of SINGLE) if (of[name]) to.append(name, of[name]);
  for (const tag of of.tag) to.append('tag', tag);
  const query = to.toString();
  return query ? '?' + query : location.pathname;
}

function go(change, replace) {
  state = { ...state, ...change };
  history[replace ? 'replaceState' : 'pushState'](null, '', address(state));
  draw();
}

function request(limit) {
  const to = new URLSearchParams();
  for (const name of ASKED) if (state[name].trim()) to.append(name, state[name]);
  for (const tag of state.tag) to.append('tag', tag);
  to.append('prefer', locale);
  to.append('limit', limit);
  return to;
}

// Drawing.

function element(tag, attributes, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes || {})) {
    if (name.startsWith('on')) made.addEventListener(name.slice(2), value);
    else if (value !== undefined && value !== null) made.setAttribute(name, value);
  }
  made.append(...children.filter(child => child !== null && child !== undefined));
  return made;
}

async function get(path, signal) {
  const reply = await fetch(path, { signal, headers: { 'Accept-Language': locale } });
  const body = await reply.json();
  if (!reply.ok) throw new Error(body.detail);
  return body;
}

function wrong(failure) {
  if (failure.name === 'AbortError') return;
  status.classList.add('wrong');
  status.textContent = failure instanceof TypeError ? say.failed : failure.message;
}

function draw() {
  if (field.value !== state.q && !composing) field.value = state.q;
  document.title = state.q ? `${state.q} · ${say.title}` : say.title;
  search();
  article();
}

async function search() {
  const asked = state.q.trim() ? String(request(Number(state.n) || PAGE)) : '';
  if (asked === shown) return;
  shown = asked;
  if (asking) asking.abort();
  if (!asked) {
    results = null;
    hits.replaceChildren();
    filters.replaceChildren();
    hint.replaceChildren();
    more.hidden = true;
    welcome();
    return;
  }
  asking = new AbortController();
  const signal = asking.signal;
  try {
    const answer = await get(`api/search?${asked}&facets=true`, signal);
    if (signal.aborted) return;
    results = answer;
    start.replaceChildren();
    found(answer);
  } catch (failure) {
    if (!signal.aborted) {
      shown = '';
      wrong(failure);
    }
  }
}

function found(answer) {
  status.classList.remove('wrong');
  const total = answer.total + (answer.added || 0);
  status.textContent = total ? say.found(total, answer.tookMs, answer.totalExact) : say.nothing;
  const notes = [...(answer.notices || [])];
  if (!total && answer.understood && answer.understood.length) {
    notes.push(say.cut + answer.understood.map(each => `${each.word} (${each.articles})`).join(' · '));
  }
  hint.replaceChildren(...(notes.length ? [notes.join(' ')] : []));
  if (answer.suggestion) {
    const meant = element('button', { type: 'button', id: 'meant', onclick: () => go({ q: answer.suggestion, n: '' }) }, answer.suggestion);
    hint.append(element('span', {}, say.meant, meant, say.or));
  }
  selected = -1;
  hits.replaceChildren(...answer.hits.map(hit));
  mark();
  more.hidden = answer.hits.length >= total || answer.hits.length < (Number(state.n) || PAGE) || answer.hits.length >= MOST;
  chips(answer.facets);
}

/** A fact behind others, with the dot between them. */
function further(...what) {
  return element('span', { class: 'further' }, ' · ', ...what);
}

/** The text with what was found in it marked. */
function marked(text, ranges) {
  const parts = [];
  let end = 0;
  for (const [from, to] of ranges) {
    parts.push(text.slice(end, from), element('mark', {}, text.slice(from, to)));
    end = to;
  }
  return [...parts, text.slice(end)];
}

/** The number by which a place is scrolled to: of its line, or of the page or the like. */
function at({ line, place }) {
  return String(line || (place ? place.number : ''));
}

/** A line, or the page, slide or time that a file has instead. */
function placed({ line, place }) {
  if (!place || place.kind === 'line') return String(line || '');
  if (place.kind !== 'time') return say.place(place.kind, place.number);
  return [3600, 60, 1].map(unit => String(Math.floor(place.number / unit) % (unit === 3600 ? 1e4 : 60)).padStart(2, '0')).join(':');
}

function facts(hit) {
  return element('p', { class: 'facts' },
    element('span', { class: 'path' }, hit.line ? `${hit.path}:${hit.line}` : [hit.path, placed(hit)].filter(Boolean).join(', ')),
    further(say[hit.lang]),
    hit.date ? further(element('time', { datetime: hit.date }, hit.date)) : null,
    ...(hit.tags || []).map(tag => further(tag)),
    ...(hit.twins || []).map(path => further(element('a', { href: address({ ...state, read: path, line: '' }), 'aria-label': say.twin + path, onclick: event => follow(event, path) }, `⇄ ${path}`))));
}

function hit(each, index) {
  const link = element('a', { href: address({ ...state, read: each.path, line: at(each) }), onclick: event => follow(event, each.path, at(each)) }, ...marked(each.title, each.titleHighlights));
  const section = (each.section || []).filter(title => title !== each.title).join(' › ');
  const language = each.lang === 'other' ? undefined : each.lang;
  const item = element('li', { class: 'hit', 'data-path': each.path },
    element('h2', { lang: language }, link),
    facts(each),
    section ? element('p', { class: 'section', lang: language }, section) : null,
    ...each.snippets.map(snippet => element('p', { class: 'snippet', lang: language },
      element('a', { class: 'line', href: address({ ...state, read: each.path, line: at(snippet) }), 'aria-label': snippet.line ? say.line + snippet.line : placed(snippet), tabindex: '-1',
        onclick: event => follow(event, each.path, at(snippet)) }, placed(snippet)),
      element('span', {}, ...marked(snippet.text, snippet.highlights)))),
    element('details', { class: 'why', ontoggle: event => event.target.open && why(event.target, index) }, element('summary', {}, say.why)));
  link.addEventListener('focus', () => { selected = index; });
  return item;
}

function follow(event, path, line) {
  if (event.metaKey || event.ctrlKey || event.shiftKey) return;
  event.preventDefault();
  go({ read: path, line: String(line || '') });
}

async function why(details, index) {
  if (details.querySelector('ul')) return;
  try {
    const answer = await get(`api/search?${request(1)}&offset=${index}&explain=true`);
    const reasons = answer.hits.length ? answer.hits[0].reasons || [] : [];
    details.append(element('ul', {}, ...reasons.map(reason => element('li', {},
      [reason.word, reason.term && reason.term !== reason.word ? reason.term : '', say.field[reason.field] || reason.field,
        say.kind[reason.kind] === undefined ? reason.kind : say.kind[reason.kind], `+${reason.gave.toFixed(1)}`].filter(Boolean).join(' · ')))));
  } catch (failure) {
    wrong(failure);
  }
}

// Filters: those that hold first, then those that would narrow, each with what it leaves.

function chips(facets) {
  const made = [];
  const chip = (label, pressed, count, change, first) => made.push(element('button',
    { type: 'button', class: first ? 'chip first' : 'chip', 'aria-pressed': String(pressed), onclick: () => go({ ...change, n: '' }) },
    label, pressed ? ' ×' : '', count === null ? null : element('span', { class: 'count' }, String(count))));
  const counts = facets || { languages: [], types: [], tags: [], years: [], folders: [] };
  const total = results ? results.total : 0;
  if (state.lang) chip(say[state.lang] || state.lang, true, null, { lang: '' });
  for (const tag of state.tag) chip(tag, true, null, { tag: state.tag.filter(other => other !== tag) });
  const year = state.since && state.since === state.until;
  if (year) chip(state.since, true, null, { since: '', until: '' });
  if (!year && state.since) chip(say.since + state.since, true, null, { since: '' });
  if (!year && state.until) chip(say.until + state.until, true, null, { until: '' });
  for (const name of ['path', 'type']) if (state[name]) chip(state[name], true, null, { [name]: '' });
  for (const name of ['meaning', 'twins']) if (say[state[name]]) chip(say[state[name]], true, null, { [name]: '' });
  const offer = (name, usable, change) => counts[name].filter(each => each.count < total && usable(each.value)).slice(0, SHOWN[name])
    .forEach((each, index) => chip(name === 'languages' ? say[each.value] || each.value : each.value, false, each.count, change(each.value), index === 0));
  if (!state.lang) offer('languages', () => true, lang => ({ lang }));
  if (!state.type) offer('types', () => true, type => ({ type }));
  offer('tags', value => !state.tag.includes(value), tag => ({ tag: [...state.tag, tag] }));
  if (!state.since && !state.until) offer('years', value => /^\d{4}$/.test(value), value => ({ since: value, until: value }));
  offer('folders', value => value !== state.path && value !== '.' && !/[*?]/.test(value), path => ({ path }));
  if (!state.twins && results && results.hits.some(each => each.twins)) chip(say.fold, false, null, { twins: 'fold' }, true);
  if (vectors && !state.meaning) ['off', 'only'].forEach((meaning, index) => chip(say[meaning], false, null, { meaning }, index === 0));
  filters.replaceChildren(...made);
}

/** Says what there is, and learns whether articles can be found by meaning. */
async function statistics() {
  const stats = await get('api/stats');
  vectors = Boolean(stats.meaning);
  return stats;
}

async function welcome() {
  status.textContent = '';
  status.classList.remove('wrong');
  try {
    const stats = await statistics();
    if (shown) return;
    start.replaceChildren(element('p', {}, element('strong', {}, 'Kaiyuan 开源'), say.holds(stats.articles)),
      element('p', { class: 'keys' }, ...say.keys.map(([key, what]) => element('span', {}, ...key.split(' ').flatMap(each => [element('kbd', {}, each), ' ']), what))));
  } catch (failure) {
    wrong(failure);
  }
}

// An article.

async function article() {
  document.body.classList.toggle('reading', Boolean(state.read));
  mark();
  if (opening) opening.abort();
  if (!state.read) {
    if (open) {
      reader.hidden = true;
      reader.replaceChildren();
      open = '';
      window.scrollTo(0, place);
      focusHit(selected);
    }
    return;
  }
  const asked = new URLSearchParams({ path: state.read, html: 'true' });
  if (state.q.trim()) asked.append('q', state.q);
  if (open === String(asked)) return show();
  if (!open) place = window.scrollY;
  opening = new AbortController();
  const signal = opening.signal;
  try {
    const answer = await get(`api/article?${asked}`, signal);
    const fresh = !open.startsWith(`path=${encodeURIComponent(state.read)}&`) && !signal.aborted;
    if (signal.aborted) return;
    open = String(asked);
    page(answer);
    show(fresh);
    similar(answer.path, signal);
  } catch (failure) {
    if (signal.aborted) return;
    open = String(asked);
    reader.hidden = false;
    reader.replaceChildren(bar(state.read), element('p', { class: 'about', role: 'alert' }, failure instanceof TypeError ? say.failed : failure.message));
  }
}

function bar(path) {
  return element('div', { class: 'bar' },
    element('button', { type: 'button', id: 'close', onclick: close }, say.close),
    element('span', { class: 'path', title: path }, path),
    navigator.clipboard ? element('button', { type: 'button', onclick: async event => {
      const button = event.currentTarget;
      await navigator.clipboard.writeText(path);
      button.textContent = say.copied;
    } }, say.copy) : null);
}

function page(answer) {
  const language = answer.lang === 'other' ? undefined : answer.lang;
  const about = element('div', { class: 'about' }, element('h1', { lang: language, tabindex: '-1' }, answer.title),
    element('p', { class: 'facts' }, say[answer.lang],
      answer.date ? further(element('time', { datetime: answer.date }, answer.date)) : null,
      ...[...(answer.authors || []), ...(answer.tags || [])].map(each => further(each))));
  const sections = answer.outline.filter(each => each.title !== answer.title);
  if (sections.length > 1) {
    const entry = each => element('li', { class: `l${each.level}` }, element('a', { href: address({ ...state, line: at(each) }), onclick: event => follow(event, state.read, at(each)) }, each.title));
    about.append(element('details', { class: 'outline' }, element('summary', {}, say.outline), element('ol', { lang: language }, ...sections.map(entry))));
  }
  const text = element('div', { class: 'text', lang: language });
  text.innerHTML = answer.html; // The server lets nothing through that runs, nor does the page's policy.
  for (const link of text.querySelectorAll('a[href^="?read="]')) {
    const path = new URLSearchParams(link.getAttribute('href')).get('read');
    link.setAttribute('href', address({ ...state, read: path, line: '' }));
    link.addEventListener('click', event => follow(event, path));
  }
  for (const each of text.querySelectorAll('pre, table')) each.tabIndex = 0; // What scrolls is reached by keys.
  reader.replaceChildren(bar(answer.path), about, text);
  reader.hidden = false;
}

/** Brings the place into view, and the words of the query that stand there. */
function show(focus) {
  const line = Number(state.line) || 1;
  for (const each of reader.querySelectorAll('.here')) each.classList.remove('here');
  let found = null;
  for (const each of reader.querySelectorAll('.text [data-line]')) {
    const number = Number(each.dataset.line);
    if (number <= line && (!found || number > Number(found.dataset.line))) found = each;
  }
  const heading = reader.querySelector('h1');
  if (focus && heading) heading.focus({ preventScroll: true });
  if (line > 1 && found) {
    found.classList.add('here');
    (found.querySelector('mark') || found).scrollIntoView({ block: 'center' });
  } else {
    reader.scrollTop = 0;
    if (getComputedStyle(reader).overflowY !== 'auto') window.scrollTo(0, 0);
  }
}

async function similar(path, signal) {
  try {
    const answer = await get(`api/similar?limit=5&path=${encodeURIComponent(path)}`, signal);
    if (signal.aborted || !answer.hits.length) return;
    reader.append(element('section', { class: 'about similar', 'aria-label': say.similar }, element('h2', {}, say.similar),
      element('ul', {}, ...answer.hits.map(each => element('li', {},
        element('a', { href: address({ ...state, read: each.path, line: '' }), lang: each.lang === 'other' ? undefined : each.lang, onclick: event => follow(event, each.path) }, each.title),
        element('span', { class: 'facts' }, say[each.lang]))))));
  } catch (failure) {
    wrong(failure);
  }
}

function close() {
  go({ read: '', line: '' });
}

/** Shows which of the hits is read. */
function mark() {
  for (const item of hits.children) item.classList.toggle('open', item.dataset.path === state.read);
}

function focusHit(index) {
  const item = hits.children[Math.max(0, Math.min(index, hits.children.length - 1))];
  if (index < 0 || !item) return;
  item.querySelector('h2 a').focus();
  item.scrollIntoView({ block: 'nearest' });
}

// What a person does.

function typed() {
  clearTimeout(timer);
  timer = setTimeout(() => {
    const value = field.value;
    if (value === state.q) return;
    go({ q: value, n: '', read: '', line: '' }, typing);
    typing = true;
  }, 60);
}

field.addEventListener('compositionstart', () => { composing = true; });
field.addEventListener('compositionend', () => { composing = false; typed(); });
field.addEventListener('input', event => { if (!composing && !event.isComposing) typed(); });
field.addEventListener('blur', () => { typing = false; });
$('search').addEventListener('submit', event => {
  event.preventDefault();
  if (composing) return;
  clearTimeout(timer);
  if (field.value !== state.q) go({ q: field.value, n: '', read: '', line: '' }, typing);
  typing = false;
  focusHit(0);
});
more.addEventListener('click', () => go({ n: String(Math.min(MOST, (Number(state.n) || PAGE) + PAGE)) }, true));
document.querySelector('.home').addEventListener('click', event => {
  event.preventDefault();
  go({ tag: [], ...Object.fromEntries(SINGLE.map(name => [name, ''])) });
  field.focus();
});
window.addEventListener('popstate', () => {
  typing = false;
  state = read();
  draw();
});
document.addEventListener('keydown', event => {
  if (event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  const inField = event.target === field;
  if (event.key === 'Escape') {
    if (state.read) close();
    else if (inField) field.blur();
    else return;
  } else if (event.key === '/' && !inField) {
    if (state.read && matchMedia('(max-width: 63.99rem)').matches) close();
    field.focus();
    field.select();
  } else if ((event.key === 'ArrowDown' || !inField && event.key === 'j') && !scrolls(event)) {
    focusHit(inField ? 0 : selected + 1);
  } else if ((event.key === 'ArrowUp' || event.key === 'k') && !inField && !scrolls(event)) {
    if (selected <= 0) field.focus();
    else focusHit(selected - 1);
  } else return;
  event.preventDefault();
});

/** Arrows move a text that is read, not the hits beside it. */
function scrolls(event) {
  return event.key.startsWith('Arrow') && (reader.contains(event.target) || document.body.classList.contains('reading') && !hits.contains(event.target) && event.target !== field);
}

// The start.

document.documentElement.lang = locale === 'zh' ? 'zh-CN' : 'en';
history.scrollRestoration = 'manual';
for (const each of document.querySelectorAll('[data-say]')) each.textContent = say[each.dataset.say];
for (const each of document.querySelectorAll('[data-say-label]')) each.setAttribute('aria-label', say[each.dataset.sayLabel]);
for (const each of document.querySelectorAll('[data-say-hint]')) each.placeholder = say[each.dataset.sayHint];
shown = null;
if (!state.q) field.focus();
else statistics().then(() => results && chips(results.facets), wrong);
draw();
