#!/usr/bin/env bash
# Makes the integration user of the SupportLink connection: @@comment@@
# Needs curl and an account with the role admin that may sign in to the Table API by Basic Authentication; where the
# instance refuses that, use the background script. Nothing is made twice.
supportlink_integration_user() (
  set -euo pipefail
  instance=@@instance@@
  find_user=@@findUser@@
  named_user=@@namedUser@@
  create_user=@@createUser@@
  find_role=@@findRole@@
  named_role=@@namedRole@@
@@head@@
  password=''
  if [ @@hasPassword@@ = yes ]; then
    read -r -s -p 'Password for the new integration user; nothing to set it in its form later: ' password
    printf '\n'
  fi

  roles=$(call GET "$find_role")
  case $roles in *"$named_role"*) ;; *) fail 'The instance has no such role, or this account may not read it.' ;; esac
  role=$(printf '%s' "$roles" | sys_id)
  users=$(call GET "$find_user")
  case $users in
    *"$named_user"*)
      user=$(printf '%s' "$users" | sys_id)
      printf 'Found the user.\n'
      case $users in
        *'"web_service_access_only":"true"'*) ;;
        *)
          call PATCH "sys_user/$user?sysparm_fields=sys_id" '{"web_service_access_only":"true"}' >/dev/null
          printf 'Checked Web service access only.\n'
          ;;
      esac
      ;;
    *'"user_name":'*) fail 'The instance answered other rows than those asked for. Use the form.' ;;
    *)
      user=$(call POST 'sys_user?sysparm_fields=sys_id' "$create_user" | sys_id)
      printf 'Created the user.\n'
      ;;
  esac
  case $user$role in *[!0-9a-f]* | '') fail 'The instance named no sys_id.' ;; esac
  if [ -n "$password" ]; then
    # A password is stored as one only where the instance reads display values.
    call PATCH "sys_user/$user?sysparm_fields=sys_id&sysparm_input_display_value=true" "{\"user_password\":\"$(escaped "$password")\",\"password_needs_reset\":\"false\"}" >/dev/null
    printf 'Set the password.\n'
  fi
  grants=$(call GET "sys_user_has_role?sysparm_query=user%3D$user%5Erole%3D$role&sysparm_fields=sys_id,user,role&sysparm_exclude_reference_link=true&sysparm_limit=2")
  case $grants in
    *"\"$role\""*"\"$user\""* | *"\"$user\""*"\"$role\""*) ;;
    *)
      call POST 'sys_user_has_role?sysparm_fields=sys_id' "{\"user\":\"$user\",\"role\":\"$role\"}" >/dev/null
      printf 'Granted the role.\n'
      ;;
  esac
  printf 'Done: %s/sys_user.do?sys_id=%s\n' "$instance" "$user"
)
supportlink_integration_user
