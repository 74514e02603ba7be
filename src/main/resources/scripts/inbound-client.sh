#!/usr/bin/env bash
# Makes the OAuth API endpoint for external clients of the SupportLink connection: @@comment@@
# Needs curl and an account with the role admin or oauth_admin that may sign in to the Table API by Basic Authentication;
# where the instance refuses that, use the background script. Nothing is made twice.
supportlink_inbound_client() (
  set -euo pipefail
  instance=@@instance@@
  find=@@find@@
  named=@@named@@
  create=@@create@@
@@head@@
  rows=$(call GET "$find")
  case $rows in
    *"$named"*) printf 'Found the OAuth API endpoint.\n' ;;
    *'"name":'*) fail 'The instance answered other rows than those asked for. Use the form.' ;;
    *)
      rows=$(call POST 'oauth_entity?sysparm_fields=sys_id,name,client_id' "$create")
      printf 'Created the OAuth API endpoint.\n'
      ;;
  esac
  printf 'Client ID: %s\n' "$(printf '%s' "$rows" | sed -n 's/.*"client_id":"\([^"]*\)".*/\1/p' | head -n 1)"
  printf 'Client secret: %s/oauth_entity.do?sys_id=%s\n' "$instance" "$(printf '%s' "$rows" | sys_id)"
)
supportlink_inbound_client
