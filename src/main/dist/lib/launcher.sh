# What bin/kaiyuan and the source folder's ./kaiyuan share; both set
#   kaiyuan_home  the folder that has corpus/
#   kaiyuan_app   the folder that has lib/, in which this also keeps what it remembers, if it can
#   kaiyuan_lib   the folder of this file
# A start that remembers its Java runs no other program before it becomes that Java (on a terminal one,
# to ask for its size). KAIYUAN_JAVA_OPTS holds flags of your own for the JVM.

# The JVM would take the first file that it opens for a closed stream: read a jar as queries, or write
# answers into it. What is written to a closed stdout fails, as it should: that end is only for reading.
{ true 3<&0; } 2>/dev/null || exec 0</dev/null
{ true 3>&1; } 2>/dev/null || exec 1</dev/null
{ true 3>&2; } || exec 2>/dev/null

# say ENGLISH CHINESE: a message to stderr, in the person's language.
say() {
  case ${LC_ALL:-${LC_MESSAGES:-${LANG:-}}} in
    zh*) printf '%s\n' "$2" >&2 ;;
    *) printf '%s\n' "$1" >&2 ;;
  esac
}

# read_release JAVA: sets release to the line of the JDK's release file that changes with every update,
# feature to its first number.
read_release() {
  release='' feature=0
  if [ -r "${1%/bin/java}/release" ]; then
    while IFS= read -r line; do
      case $line in
        JAVA_RUNTIME_VERSION=* | JAVA_VERSION=*)
          release=$line
          break
          ;;
      esac
    done <"${1%/bin/java}/release"
  fi
  [ -n "$release" ] || return 1
  feature=${release#*=}
  feature=${feature#\"}
  feature=${feature#1.}
  feature=${feature%%[!0-9]*}
  [ -n "$feature" ]
}

# try_java FOLDER: keeps FOLDER's java when it is the newest so far.
try_java() {
  [ -x "$1/bin/java" ] && [ -x "$1/bin/$need" ] || return 0
  if ! read_release "$1/bin/java"; then
    release=$("$1/bin/java" -version 2>&1 </dev/null) || return 0
    release=${release#*\"}
    release=${release%%\"*}
    feature=${release#1.}
    feature=${feature%%[!0-9]*}
  fi
  [ "${feature:-0}" -gt "$best" ] || return 0
  java=$1/bin/java best=$feature best_release=$release
}

# find_java PROGRAM: sets java, feature and release to the java of JAVA_HOME where that is 21 or newer,
# else to the newest of PATH and the usual folders that has PROGRAM beside it; exits where there is none.
find_java() {
  need=$1 java='' best=0
  [ -n "${JAVA_HOME:-}" ] && try_java "$JAVA_HOME"
  if [ "$best" -lt 21 ]; then
    # macOS has a java on PATH that only offers to install one.
    program=$(command -v java) && [ ! -x /usr/libexec/java_home ] && {
      while [ -h "$program" ]; do
        link=$(readlink "$program")
        case $link in
          /*) program=$link ;;
          *) program=${program%/*}/$link ;;
        esac
      done
      try_java "${program%/bin/java}"
    }
    for folder in /usr/lib/jvm/* /usr/lib64/jvm/* /usr/local/lib/jvm/* /usr/java/* /usr/local/java/* \
      /usr/local/openjdk* /opt/java/* /opt/jdk* /opt/*/jdk* /opt/openjdk* \
      /Library/Java/JavaVirtualMachines/*/Contents/Home \
      "${HOME:-}"/Library/Java/JavaVirtualMachines/*/Contents/Home \
      /opt/homebrew/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      /usr/local/opt/openjdk*/libexec/openjdk.jdk/Contents/Home \
      /home/linuxbrew/.linuxbrew/opt/openjdk*/libexec \
      "${HOME:-}"/.sdkman/candidates/java/* "${HOME:-}"/.jdks/* "${HOME:-}"/.gradle/jdks/* \
      "${HOME:-}"/.asdf/installs/java/* "${HOME:-}"/.local/share/mise/installs/java/*; do
      try_java "$folder"
    done
  fi
  feature=$best release=${best_release:-}
  [ "$best" -ge 21 ] && return
  found=${java:+", and the newest here is Java $best in ${java%/bin/java}"}
  found_zh=${java:+"，而这里最新的是 ${java%/bin/java} 中的 Java $best"}
  say "kaiyuan: needs a JDK of 21 or newer$found.
Install one (Debian, Ubuntu: apt install openjdk-21-jdk-headless; Fedora: dnf install java-21-openjdk-devel; macOS: brew install openjdk; any system: https://adoptium.net), or set JAVA_HOME to one." \
    "kaiyuan：需要 JDK 21 或更新版本$found_zh。
请安装（Debian、Ubuntu：apt install openjdk-21-jdk-headless；Fedora：dnf install java-21-openjdk-devel；macOS：brew install openjdk；其他系统：https://adoptium.net），或将 JAVA_HOME 设为其所在文件夹。"
  exit 2
}

# Sets java, feature and release from memory. What is remembered holds until the jar, the JDK or
# JAVA_HOME changes; the file has the jar's time, so that a jar of any other time, older or newer, shows.
# Sets known to what the caches were made for.
recall_java() {
  known=''
  [ -r "$memory/java" ] || return 1
  [ "$jar" -nt "$memory/java" ] && return 1
  [ "$jar" -ot "$memory/java" ] && return 1
  {
    IFS= read -r java
    IFS= read -r known_release
    IFS= read -r known_home
    IFS= read -r known_jar
  } <"$memory/java"
  known=$java:$known_release:$known_jar
  [ -x "$java" ] && [ "$known_home" = "${JAVA_HOME:-}" ] && [ "$known_jar" = "$jar" ] &&
    read_release "$java" && [ "$known_release" = "$release" ]
}

remember_java() {
  mkdir -p "$memory" 2>/dev/null || return 0
  [ "$known" = "$java:$release:$jar" ] || rm -f "$memory"/*.cache
  printf '%s\n' "$java" "$release" "${JAVA_HOME:-}" "$jar" >"$memory/java.$$" &&
    touch -r "$jar" "$memory/java.$$" && mv -f "$memory/java.$$" "$memory/java"
} 2>/dev/null

# flags_for KIND: "short" for a command that is over in a moment, "index" for what indexes, "long" for
# one that stays. Indexing a few hundred megabytes takes less than the optimizing compiler needs to
# warm up.
flags_for() {
  flags="-XX:+UseSerialGC -XX:-UsePerfData -Xlog:disable"
  case $1 in
    short) flags="$flags -XX:TieredStopAtLevel=1" ;;
    index) flags="$flags -XX:TieredStopAtLevel=1 -Xmx400m -Xmn40m --enable-native-access=ALL-UNNAMED" ;;
    long) flags="$flags -Xmx400m --enable-native-access=ALL-UNNAMED" ;;
  esac
}

# The JVM starts several times quicker with a cache of the classes that a command loads: an AOT cache
# from Java 25 on, a class data archive before. It belongs to one JDK and one set of jars, so it is made
# here, in the background of the first start, by running what people run. One that failed is left
# empty, so that it isn't tried again within the hour.
train() {
  find "$memory/training" -prune -mmin +10 -exec rm -rf {} + 2>/dev/null
  mkdir "$memory/training" 2>/dev/null || return
  trap 'rm -rf "$memory/training"' EXIT
  for kind in index short; do
    flags_for $kind
    case $kind in
      index) set -- dev.kaiyuan.cli.Main index ;;
      short) set -- dev.kaiyuan.cli.TrainingRun ;;
    esac
    # Flags are words, as everywhere below.
    # shellcheck disable=SC2086
    nice "$java" $flags "$record=$memory/training/$kind.cache" "-Dkaiyuan.home=$kaiyuan_home" \
      -cp "$classpath" "$@" --no-config --index "$memory/training/index" "$kaiyuan_home/corpus"
    if [ -s "$memory/training/$kind.cache" ]; then
      touch -r "$memory/java" "$memory/training/$kind.cache"
    else
      : >"$memory/training/$kind.cache"
    fi
    mv -f "$memory/training/$kind.cache" "$memory/$kind.cache"
  done
}

# Java crashes over a cache that was damaged. One that was written to since it was made has another
# time than the rest of the memory; of any other, a crash is the sign.
drop_damaged_cache() {
  [ -s "$cache" ] || return 0
  if [ "$cache" -nt "$memory/java" ] || [ "$cache" -ot "$memory/java" ]; then
    rm -f "$cache"
  fi
} 2>/dev/null

# use_cache: sets with_cache, on_crash and report, what makes Java use the cache, and drop it when Java crashes.
use_cache() {
  with_cache=$use=$cache on_crash=-XX:+UseSerialGC report=$on_crash
  case $cache in
    *[\'\;%]*) ;;
    *)
      on_crash="-XX:OnError=rm -f '$cache'; echo kaiyuan: Java crashed, which a damaged cache can cause. It was dropped. Run the command again. >&2"
      report=-XX:ErrorFile=$memory/crash.log
      ;;
  esac
}

# Java ends with 1, which means that nothing was found, where it does not start. So what can keep it
# from starting is looked for before.
refuse_what_java_cannot() {
  case $kaiyuan_app in
    *:*)
      say "kaiyuan: Java cannot be started from a folder with a colon in its path: $kaiyuan_app; move it" \
        "kaiyuan：安装路径含冒号，无法启动 Java：$kaiyuan_app；请移到别处"
      exit 2
      ;;
  esac
  if ! [ "${PWD:-/nonexistent}" -ef . ]; then
    say "kaiyuan: the current folder has been deleted; change to another" \
      "kaiyuan：当前文件夹已被删除；请换到别的文件夹"
    exit 2
  fi
  limits=$(ulimit -v 2>/dev/null || echo unlimited; ulimit -d 2>/dev/null || echo unlimited)
  case $limits in unlimited*unlimited) limits='' ;; *) limits="${limits%%[!0-9a-z]*}:${limits##*[!0-9a-z]}" ;; esac
  # Where the kernel grants no more than it has, memory may be short at any start.
  granted=''
  { IFS= read -r granted </proc/sys/vm/overcommit_memory; } 2>/dev/null
  [ -z "$limits${KAIYUAN_JAVA_OPTS:-}" ] && [ "$granted" != 2 ] && return 0
  trial="$limits $flags ${KAIYUAN_JAVA_OPTS:-}" passed=''
  { IFS= read -r passed <"$memory/options"; } 2>/dev/null
  [ "$passed" = "$trial" ] && [ "$granted" != 2 ] && return 0
  # shellcheck disable=SC2086
  if ! told=$("$java" $flags ${KAIYUAN_JAVA_OPTS:-} -version 2>&1 </dev/null); then
    told=$(printf '%s' "$told" | head -n 1)
    say "kaiyuan: Java does not start: $told; see to KAIYUAN_JAVA_OPTS and to memory (ulimit -v, ulimit -d)" \
      "kaiyuan：Java 无法启动：$told；请检查 KAIYUAN_JAVA_OPTS 和内存限制（ulimit -v、ulimit -d）"
    exit 2
  fi
  { printf '%s\n' "$trial" >"$memory/options"; } 2>/dev/null || :
}

failed_lately() {
  [ -e "$cache" ] && [ -n "$(find "$cache" -mmin -60 2>/dev/null)" ]
}

# command_kind ARGUMENT…: sets kind by the command's name, which options may precede, and command to it.
command_kind() {
  kind=short command=''
  while [ $# -gt 0 ]; do
    case $1 in
      --index | --color | --theme | --locale) [ $# -gt 1 ] && shift ;;
      -h | --help | -V | --version) return ;;
      -*) ;;
      index) kind=index command=index && return ;;
      shell | serve | mcp | eval | find) kind=long && return ;;
      *) command=$1 && return ;;
    esac
    shift
  done
  # Without a command a terminal gets the finder.
  [ ! -t 1 ] || kind=long
}

# What a shell knows at once and Java would find out slowly: which streams are a terminal, and its size.
tell_terminal() {
  terminal='' size='' shown=''
  for stream in 0:stdin 1:stdout 2:stderr; do
    if [ -t "${stream%:*}" ]; then
      terminal="$terminal -Dkaiyuan.${stream#*:}.terminal=true"
      [ "$stream" = 0:stdin ] || shown=yes
    else
      terminal="$terminal -Dkaiyuan.${stream#*:}.terminal=false"
    fi
  done
  [ -n "$shown" ] && { size=$(stty size </dev/tty); } 2>/dev/null
  case $size in
    [1-9]*' '[1-9]*) terminal="$terminal -Dkaiyuan.rows=${size% *} -Dkaiyuan.columns=${size#* }" ;;
  esac
}

# ask_server ARGUMENT…: where this person runs a server of this very jar, and the command is one that it
# answers, lets it answer, by bash, or where that is not there by the Java class that main is set to.
ask_server() {
  main=dev.kaiyuan.cli.Main server=''
  case ${XDG_RUNTIME_DIR:-}+${TMPDIR:-/tmp} in
    /*) server=$XDG_RUNTIME_DIR/kaiyuan$kaiyuan_app/server ;;
    +/*) server=${TMPDIR:-/tmp}/kaiyuan-${USER:-${LOGNAME:-}}$kaiyuan_app/server ;;
  esac
  [ -O "$server" ] 2>/dev/null && [ -z "${KAIYUAN_JAVA_OPTS:-}" ] || return 0
  [ "$jar" -nt "$server" ] || [ "$jar" -ot "$server" ] && return 0
  case $command in search | similar | show | stats | index) ;; *) return 0 ;; esac
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in *[Uu][Tt][Ff]8 | *[Uu][Tt][Ff]-8 | C | POSIX) ;; *) return 0 ;; esac
  for argument in "$@"; do
    case $argument in
      --no-server | --watch) return 0 ;;
      --) break ;;
    esac
  done
  case ${kaiyuan_asked:-} in
    yes) ;;
    no) main=dev.kaiyuan.cli.ClientMain ;;
    *)
      command -v bash >/dev/null &&
        exec bash "$kaiyuan_lib/ask.sh" "$server" "$kaiyuan_home" "$kaiyuan_app" "$kaiyuan_lib" "$@"
      main=dev.kaiyuan.cli.ClientMain
      ;;
  esac
}

launch() {
  classpath='' jar=''
  for file in "$kaiyuan_app"/lib/*.jar; do
    classpath=${classpath:+$classpath:}$file
    case $file in */lib/kaiyuan-*) jar=$file ;; esac
  done
  command_kind "$@"
  ask_server "$@"
  if [ -w "$kaiyuan_app" ]; then
    memory=$kaiyuan_app/cache
  else
    memory=${HOME:-}/.cache
    # What is remembered is run: a relative path would take it from the current folder.
    case ${XDG_CACHE_HOME:-} in /*) memory=$XDG_CACHE_HOME ;; esac
    case $memory in /*) ;; *) memory=/nonexistent ;; esac
    memory=$memory/kaiyuan$kaiyuan_app
  fi
  if ! recall_java; then
    find_java java
    remember_java
  fi

  # Java decodes its arguments by the locale, and in the C locale loses all that is not ASCII.
  case ${LC_ALL:-${LC_CTYPE:-${LANG:-C}}} in
    C | POSIX)
      if [ -n "${LC_ALL:-}" ]; then LC_ALL=C.UTF-8; else export LC_CTYPE=C.UTF-8; fi
      ;;
  esac
  # So it does in a locale that this system lacks, as a container or a host reached by ssh may.
  speech=${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}
  case ${LC_ALL:-}${LC_CTYPE:-}${LC_MESSAGES:-}${LANG:-} in
    *_*) [ -z "$(locale 2>&1 >/dev/null)" ] || export LC_ALL=C.UTF-8 ;;
  esac
  # Java announces these on stderr, and their flags may not fit the cache.
  unset JAVA_TOOL_OPTIONS JDK_JAVA_OPTIONS _JAVA_OPTIONS

  if [ "$feature" -ge 25 ]; then
    record=-XX:AOTCacheOutput use=-XX:AOTCache
  else
    record=-XX:ArchiveClassesAtExit use=-XX:SharedArchiveFile
  fi
  # What stays loads what a search does.
  cache=$memory/short.cache
  [ $kind = index ] && cache=$memory/index.cache
  flags_for $kind
  refuse_what_java_cannot
  drop_damaged_cache
  if [ ! -s "$cache" ] && [ -w "$memory" ] && ! failed_lately; then
    (train) </dev/null >/dev/null 2>&1 &
  fi
  set -- "-Dkaiyuan.home=$kaiyuan_home" "-Dkaiyuan.locale=$speech" "-Dkaiyuan.server=$server" \
    -cp "$classpath" "$main" "$@"
  if [ -s "$cache" ]; then
    use_cache
    set -- "$with_cache" "$on_crash" "$report" "$@"
  fi
  tell_terminal
  # shellcheck disable=SC2086
  exec "$java" $flags $terminal ${KAIYUAN_JAVA_OPTS:-} "$@"
}
