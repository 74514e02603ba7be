# Registers an Entra application for the SupportLink connection: @@comment@@
# Needs the module Microsoft.Graph.Applications: Install-Module Microsoft.Graph.Applications -Scope CurrentUser
# Roles: Application Administrator or Cloud Application Administrator; for admin consent Privileged Role Administrator or
# Global Administrator. Run it again as often as you like: what is there is kept, nothing is made twice.
& {
    $ErrorActionPreference = 'Stop'
    $environment = @@environment@@
    $tenant = @@tenant@@
    $graph = @@graph@@
    $name = @@name@@
    $filter = @@filter@@
    $redirect = @@redirect@@
    $permissions = @(@@permissions@@)
    $ownsItself = @@ownsItself@@ -eq 'yes'
    $isApi = @@isApi@@ -eq 'yes'
    $graphId = '00000003-0000-0000-c000-000000000000'
    $secretName = 'SupportLink set-up script'

    $consent = $false
    $scopes = @('Application.ReadWrite.All')
    if ($permissions.Count -gt 0) {
        $consent = (Read-Host 'Grant admin consent now? Needs Privileged Role Administrator or Global Administrator. [y/N]') -eq 'y'
        if ($consent) { $scopes += 'AppRoleAssignment.ReadWrite.All' }
    }
    Connect-MgGraph -Environment $environment -TenantId $tenant -Scopes $scopes -NoWelcome
    if ((Get-MgContext).TenantId -ne $tenant) { throw 'Signed in to another tenant.' }

    function Invoke-Retry([scriptblock] $Action) {
        for ($try = 1; $true; $try++) {
            try { return & $Action } catch { if ($try -ge 12) { throw }; Start-Sleep -Seconds 5 }
        }
    }

    $found = @(Get-MgApplication -Filter $filter -All)
    if ($found.Count -gt 1) { throw ('There are ' + $found.Count + ' registrations of this name. Delete those that are not used, then run this again.') }
    $access = @($permissions | ForEach-Object { @{ id = $_; type = 'Role' } })
    if ($found.Count -eq 0) {
        $body = @{ displayName = $name; signInAudience = 'AzureADMyOrg' }
        if ($redirect -ne '') { $body.web = @{ redirectUris = @($redirect) } }
        if ($access.Count -gt 0) { $body.requiredResourceAccess = @(@{ resourceAppId = $graphId; resourceAccess = $access }) }
        $app = New-MgApplication -BodyParameter $body
        Write-Host 'Created the registration.'
    }
    else {
        $app = $found[0]
        Write-Host 'Found the registration.'
        if ($app.SignInAudience -ne 'AzureADMyOrg') {
            Update-MgApplication -ApplicationId $app.Id -BodyParameter @{ signInAudience = 'AzureADMyOrg' }
            Write-Host 'Set it to this organizational directory only.'
        }
        $uris = @($app.Web.RedirectUris | Where-Object { $_ })
        if ($redirect -ne '' -and $uris -notcontains $redirect) {
            Update-MgApplication -ApplicationId $app.Id -BodyParameter @{ web = @{ redirectUris = @($uris + $redirect) } }
            Write-Host 'Added the redirect URL.'
        }
        $others = @($app.RequiredResourceAccess | Where-Object { $_.ResourceAppId -ne $graphId } | ForEach-Object {
                @{ resourceAppId = $_.ResourceAppId; resourceAccess = @($_.ResourceAccess | ForEach-Object { @{ id = $_.Id; type = $_.Type } }) }
            })
        $present = @($app.RequiredResourceAccess | Where-Object { $_.ResourceAppId -eq $graphId } | ForEach-Object { $_.ResourceAccess })
        $presentIds = @($present | ForEach-Object { $_.Id })
        if (@($permissions | Where-Object { $presentIds -notcontains $_ }).Count -gt 0) {
            $kept = @($present | Where-Object { $permissions -notcontains $_.Id } | ForEach-Object { @{ id = $_.Id; type = $_.Type } })
            $entry = @{ resourceAppId = $graphId; resourceAccess = @($kept + $access) }
            Update-MgApplication -ApplicationId $app.Id -BodyParameter @{ requiredResourceAccess = @($others + $entry) }
            Write-Host 'Added the permissions.'
        }
    }
    $apiUri = 'api://' + $app.AppId
    if ($isApi -and @($app.IdentifierUris) -notcontains $apiUri) {
        Invoke-Retry { Update-MgApplication -ApplicationId $app.Id -BodyParameter @{ identifierUris = @(@($app.IdentifierUris | Where-Object { $_ }) + $apiUri) } }
        Write-Host 'Added the Application ID URI.'
    }
    $principal = @(Get-MgServicePrincipal -Filter ('appId eq ''' + $app.AppId + '''') -All)[0]
    if (-not $principal) {
        $principal = Invoke-Retry { New-MgServicePrincipal -BodyParameter @{ appId = $app.AppId } }
        Write-Host 'Created the service principal.'
    }
    if ($ownsItself -and @(Get-MgApplicationOwner -ApplicationId $app.Id -All | ForEach-Object { $_.Id }) -notcontains $principal.Id) {
        Invoke-Retry { New-MgApplicationOwnerByRef -ApplicationId $app.Id -BodyParameter @{ '@odata.id' = $graph + '/v1.0/directoryObjects/' + $principal.Id } }
        Write-Host 'Made the application an owner of itself.'
    }
    if ($consent) {
        $resource = @(Get-MgServicePrincipal -Filter ('appId eq ''' + $graphId + '''') -All)[0]
        $granted = @(Get-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $principal.Id -All | ForEach-Object { $_.AppRoleId })
        foreach ($permission in @($permissions | Where-Object { $granted -notcontains $_ })) {
            Invoke-Retry { New-MgServicePrincipalAppRoleAssignment -ServicePrincipalId $principal.Id -BodyParameter @{ principalId = $principal.Id; resourceId = $resource.Id; appRoleId = $permission } } | Out-Null
            Write-Host ('Consented to ' + $permission + '.')
        }
    }
    $months = Read-Host 'Make a client secret now? Its life in months, 1 to 24; nothing for none'
    $secret = $null
    if ($months -ne '') {
        if ($months -notmatch '^[0-9]{1,2}$' -or [int] $months -lt 1 -or [int] $months -gt 24) { throw 'The life must be 1 to 24 months.' }
        $before = @($app.PasswordCredentials | Where-Object { $_.DisplayName -eq $secretName })
        if ($before.Count -eq 0 -or (Read-Host 'This script made a secret before. Its value cannot be shown again. Make another? [y/N]') -eq 'y') {
            $end = (Get-Date).ToUniversalTime().Date.AddMonths([int] $months)
            $secret = Add-MgApplicationPassword -ApplicationId $app.Id -BodyParameter @{ passwordCredential = @{ displayName = $secretName; endDateTime = $end.ToString('yyyy-MM-ddT00:00:00Z') } }
        }
    }
    Write-Host ''
    Write-Host 'For SupportLink:'
    Write-Host ('Application (client) ID: ' + $app.AppId)
    if ($secret) {
        Write-Host ('Client secret, shown only now: ' + $secret.SecretText)
        Write-Host ('Expiry date: ' + $end.ToString('yyyy-MM-dd'))
    }
}
