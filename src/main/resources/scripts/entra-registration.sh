#!/usr/bin/env bash
# Registers an Entra application for the SupportLink connection: @@comment@@
# Needs the Azure CLI, signed in to the right cloud and tenant:
#   az cloud set --name @@cloudComment@@
#   az login --allow-no-subscriptions --tenant @@tenantComment@@
# Roles: Application Administrator or Cloud Application Administrator; for admin consent Privileged Role Administrator or
# Global Administrator. Run it again as often as you like: what is there is kept, nothing is made twice.
supportlink_registration() (
  set -euo pipefail
  cloud=@@cloud@@
  tenant=@@tenant@@
  graph=@@graph@@
  name=@@name@@
  find=@@find@@
  create=@@create@@
  redirect=@@redirect@@
  redirect_json=@@redirectJson@@
  permissions=@@permissions@@
  permissions_json=@@permissionsJson@@
  kept_permissions=@@keptPermissions@@
  owns_itself=@@ownsItself@@
  is_api=@@isApi@@
  graph_id='00000003-0000-0000-c000-000000000000'
  secret_name='SupportLink set-up script'

  fail() { printf '%s\n' "$1" >&2; exit 1; }
  ask() { local answer; read -r -p "$1" answer || answer=''; printf '%s' "$answer"; }
  call() {
    local method=$1 path=$2 query=$3
    shift 3
    az rest --method "$method" --resource "$graph" --url "$graph/v1.0/$path" --query "$query" --output tsv "$@"
  }
  list() { az rest --method get --resource "$graph" --url "$graph/v1.0/$1" --query "$2" --output json; }
  change() {
    az rest --method "$1" --resource "$graph" --url "$graph/v1.0/$2" --body "$3" --output none
  }
  retry() {
    local tries=1
    until "$@"; do
      [ "$tries" -lt 12 ] || return 1
      tries=$((tries + 1))
      sleep 5
    done
  }
  has_line() { case $'\n'$1$'\n' in *$'\n'"$2"$'\n'*) return 0 ;; esac; return 1; }
  join() {
    case $(printf '%s' "$1" | tr -d '[:space:]') in
      '' | '[]' | null) printf '%s' "$2" ;;
      *) printf '%s,%s' "${1%]}" "${2#[}" ;;
    esac
  }

  [ "$(az cloud show --query name --output tsv)" = "$cloud" ] || fail "The Azure CLI is set to another cloud. Run: az cloud set --name $cloud"
  [ "$(az account show --query tenantId --output tsv)" = "$tenant" ] || fail "The Azure CLI is signed in to another tenant. Run: az login --allow-no-subscriptions --tenant $tenant"

  count=$(call get "$find" 'length(value)')
  [ "$count" -le 1 ] || fail "There are $count registrations named $name. Delete those that are not used, then run this again."
  if [ "$count" -eq 0 ]; then
    object=$(call post applications id --body "$create")
    printf 'Created the registration %s.\n' "$name"
  else
    object=$(call get "$find" 'value[0].id')
    printf 'Found the registration %s.\n' "$name"
  fi
  client=$(retry call get "applications/$object" appId)
  case $client in '' | *[!0-9a-fA-F-]*) fail 'Microsoft Graph named no client ID.' ;; esac
  if [ "$(call get "applications/$object" signInAudience)" != 'AzureADMyOrg' ]; then
    change patch "applications/$object" '{"signInAudience":"AzureADMyOrg"}'
    printf 'Set it to this organizational directory only.\n'
  fi
  if [ -n "$redirect" ] && ! has_line "$(call get "applications/$object" 'web.redirectUris[]')" "$redirect"; then
    uris=$(list "applications/$object" 'web.redirectUris')
    change patch "applications/$object" "{\"web\":{\"redirectUris\":$(join "$uris" "$redirect_json")}}"
    printf 'Added the redirect URL.\n'
  fi
  if [ "$is_api" = yes ] && ! has_line "$(call get "applications/$object" 'identifierUris[]')" "api://$client"; then
    uris=$(list "applications/$object" 'identifierUris')
    change patch "applications/$object" "{\"identifierUris\":$(join "$uris" "[\"api://$client\"]")}"
    printf 'Added the Application ID URI.\n'
  fi
  wanted=$(call get "applications/$object" "requiredResourceAccess[?resourceAppId=='$graph_id'].resourceAccess[].id")
  for permission in $permissions; do
    if ! has_line "$wanted" "$permission"; then
      others=$(list "applications/$object" "requiredResourceAccess[?resourceAppId!='$graph_id']")
      kept=$(list "applications/$object" "$kept_permissions")
      entry="[{\"resourceAppId\":\"$graph_id\",\"resourceAccess\":$(join "$kept" "$permissions_json")}]"
      change patch "applications/$object" "{\"requiredResourceAccess\":$(join "$others" "$entry")}"
      printf 'Added the permissions.\n'
      break
    fi
  done
  principal=$(call get "servicePrincipals?\$filter=appId%20eq%20%27$client%27" 'value[].id')
  if [ -z "$principal" ]; then
    principal=$(retry call post servicePrincipals id --body "{\"appId\":\"$client\"}")
    printf 'Created the service principal.\n'
  fi
  if [ "$owns_itself" = yes ] && ! has_line "$(call get "applications/$object/owners" 'value[].id')" "$principal"; then
    retry change post "applications/$object/owners/\$ref" "{\"@odata.id\":\"$graph/v1.0/directoryObjects/$principal\"}"
    printf 'Made the application an owner of itself.\n'
  fi
  if [ -n "$permissions" ] && [ "$(ask 'Grant admin consent now? Needs Privileged Role Administrator or Global Administrator. [y/N] ')" = y ]; then
    resource=$(call get "servicePrincipals?\$filter=appId%20eq%20%27$graph_id%27" 'value[0].id')
    granted=$(call get "servicePrincipals/$principal/appRoleAssignments" 'value[].appRoleId')
    for permission in $permissions; do
      if ! has_line "$granted" "$permission"; then
        retry change post "servicePrincipals/$principal/appRoleAssignments" "{\"principalId\":\"$principal\",\"resourceId\":\"$resource\",\"appRoleId\":\"$permission\"}"
        printf 'Consented to %s.\n' "$permission"
      fi
    done
  fi
  secret=''
  months=$(ask 'Make a client secret now? Its life in months, 1 to 24; nothing for none: ')
  if [ -n "$months" ]; then
    case $months in *[!0-9]*) fail 'The life must be a whole number of months, 1 to 24.' ;; esac
    { [ "$months" -ge 1 ] && [ "$months" -le 24 ]; } || fail 'The life must be 1 to 24 months.'
    present=$(call get "applications/$object" "passwordCredentials[?displayName=='$secret_name'].endDateTime")
    if [ -z "$present" ] || [ "$(ask "This script made a secret before (ends: $present). Its value cannot be shown again. Make another? [y/N] ")" = y ]; then
      end=$(date -u -d "+$months months" +%Y-%m-%dT00:00:00Z 2>/dev/null || date -u -v "+${months}m" +%Y-%m-%dT00:00:00Z)
      secret=$(call post "applications/$object/addPassword" secretText --body "{\"passwordCredential\":{\"displayName\":\"$secret_name\",\"endDateTime\":\"$end\"}}")
    fi
  fi
  printf '\nFor SupportLink:\nApplication (client) ID: %s\n' "$client"
  if [ -n "$secret" ]; then
    printf 'Client secret, shown only now: %s\nExpiry date: %s\n' "$secret" "${end%%T*}"
  fi
)
supportlink_registration
