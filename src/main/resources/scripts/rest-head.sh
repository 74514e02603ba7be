  fail() { printf '%s\n' "$1" >&2; exit 1; }
  # The form of a string in curl's own configuration, and in JSON.
  escaped() {
    local text=$1
    case $text in *[[:cntrl:]]*) fail 'Control characters cannot be sent.' ;; esac
    text=${text//\\/\\\\}
    printf '%s' "${text//\"/\\\"}"
  }
  call() {
    local method=$1 path=$2 body=${3-}
    {
      printf 'user = "%s:%s"\n' "$(escaped "$admin")" "$(escaped "$admin_password")"
      if [ -n "$body" ]; then printf 'data = "%s"\n' "$(escaped "$body")"; fi
    } | curl --silent --show-error --fail --max-time 60 --config - --request "$method" --header 'Accept: application/json' --header 'Content-Type: application/json' "$instance/api/now/table/$path"
  }
  sys_id() { sed -n 's/.*"sys_id":"\([0-9a-f]\{32\}\)".*/\1/p' | head -n 1; }

  read -r -p 'Name of an administrator of the instance: ' admin
  read -r -s -p 'Password (not shown, not kept): ' admin_password
  printf '\n'
