#!/usr/bin/env bash
# The Chinese articles of corpus/ as PDF, DOCX, ODT and EPUB: for how many queries is the first article the same as
# with Markdown? Needs soffice (Debian: libreoffice-writer), python3-markdown and a font (fonts-noto-cjk).
#   src/test/scripts/formats.sh FOLDER     FOLDER takes the files; what is there already is not made again
set -euo pipefail
root=$(cd "$(dirname "$0")/../../.." && pwd)
work=$(realpath -m "$1")
mkdir -p "$work/html" "$work/queries" "$work/md"
cp "$root"/src/test/resources/dev/kaiyuan/corpus/{queries.tsv,qrels.txt} "$work/queries"
/usr/bin/python3 - "$work" "$root" <<'PYTHON'
import glob, os, re, sys, markdown
for file in glob.glob(sys.argv[2] + '/corpus/zh/*.md'):
    front, body = re.match(r'---\n(.*?)\n---\n(.*)', open(file, encoding='utf-8').read(), re.S).groups()
    title = re.search(r'^title: (.*)$', front, re.M).group(1).strip('" ')
    # What else the front matter says, the other formats are not told.
    with open(sys.argv[1] + '/md/' + os.path.basename(file), 'w', encoding='utf-8') as out:
        out.write('---\ntitle: "%s"\n---\n%s' % (title.replace('"', '\\"'), body))
    name = os.path.basename(file)[:-3] + '.html'
    with open(sys.argv[1] + '/html/' + name, 'w', encoding='utf-8') as out:
        out.write('<!DOCTYPE html><html lang="zh-CN"><head><meta charset="utf-8"><title>%s</title></head><body>%s</body></html>'
                  % (title, markdown.markdown(body, extensions=['tables', 'fenced_code'])))
PYTHON
office() { soffice --headless "-env:UserInstallation=file://$work/profile" "$@" >/dev/null 2>&1; }
[ -d "$work/odt" ] || office --infilter='HTML (StarWriter)' --convert-to odt --outdir "$work/odt" "$work"/html/*.html
for format in pdf docx epub; do
  [ -d "$work/$format" ] || office --convert-to $format --outdir "$work/$format" "$work"/odt/*.odt
done
for format in md pdf docx odt epub; do
  "$root/kaiyuan" eval "$work/queries" --docs "$work/$format" --run "$work/$format.run" >/dev/null 2>&1
  awk -v format=$format '$4 != 1 { next } FNR == NR { first[$1] = $3 } FNR != NR { n++; same += first[$1] == $3 }
    END { if (n) printf "%s: %d of %d\n", format, same, n }' "$work/md.run" "$work/$format.run"
done
