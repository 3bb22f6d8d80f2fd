# Run by bash: ask.sh SERVER KAIYUAN_HOME KAIYUAN_APP KAIYUAN_LIB ARGUMENT…
# Lets the server answer that the file SERVER tells of, and where it does not, runs the command. No other
# program is started for it, on a terminal one to ask for its size.
server=$1 kaiyuan_home=$2 kaiyuan_app=$3 kaiyuan_lib=$4 kaiyuan_asked=yes
shift 4
. "$kaiyuan_lib/launcher.sh"

# take SIZE: sets block to the next SIZE bytes of the reply.
take() {
  local LC_ALL=C
  IFS= read -r -t 1 -N "$1" block <&3 && [ ${#block} -eq "$1" ]
}

# page TEXT COMPLAINT: as Java does it.
page() {
  trap : INT
  trap - PIPE
  printf '%s' "$1" | LESS=${LESS-FRX} LESSCHARSET=${LESSCHARSET-utf-8} LV=${LV--c} sh -c "${PAGER-less}"
  if [ $? -eq 127 ]; then
    printf '%s' "$1"
    printf '%s' "$2" >&2
  fi
}

# ask ARGUMENT…: exits as the server says; returns where the command is to run by itself.
ask() {
  local port secret process name kind size more text shown='' variables=()
  { IFS= read -r port && IFS= read -r secret && IFS= read -r process; } <"$server" || return
  # Nobody else can have the port of a process of one's own that is alive.
  kill -0 "$process" && exec 3<>"/dev/tcp/127.0.0.1/$port" || return
  for name in COLUMNS HOME KAIYUAN_INDEX LINES NO_COLOR PAGER TERM XDG_CACHE_HOME XDG_CONFIG_HOME XDG_STATE_HOME; do
    [ -z "${!name+x}" ] || variables+=("$name=${!name}")
  done
  printf '%s\0' "$secret" "$PWD" "${LC_ALL:-${LC_MESSAGES:-${LANG:-}}}" "$terminal" \
    ${#variables[@]} "${variables[@]}" $# "$@" >&3 || return
  while read -r -t 0.2 kind size more <&3; do
    case $kind in
      .) continue ;;
      x) exit "$size" ;;
      o | O | e | p) take "$size" || break ;;
      *) return ;;
    esac
    # What cannot be written is for Java to tell of; it will not be either.
    case $kind in
      o) printf '%s' "$block" >&1 || return ;;
      O) printf '%b' "$block" >&1 || return ;;
      e) printf '%s' "$block" >&4 ;;
      p)
        text=$block
        take "$more" || break
        page "$text" "$block" 2>&4
        ;;
    esac
    [ "$kind" = e ] || shown=yes
  done
  [ -n "$shown" ] || return
  say "kaiyuan: the server stopped in the middle of its answer; try again, or with --no-server" \
    "kaiyuan：服务器回答到一半停了；请重试，或使用 --no-server" 2>&4
  exit 2
}

if [ "${BASH_VERSINFO[0]}" -ge 4 ]; then
  tell_terminal
  trap '' PIPE
  exec 4>&2
  ask "$@" 2>/dev/null
  trap - PIPE
  exec 3>&- 4>&-
else
  kaiyuan_asked=no
fi
launch "$@"
