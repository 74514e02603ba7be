// Reads what SupportLink wants to know of the instance, and changes nothing. Connection: @@comment@@
// Run it in System Definition > Scripts - Background, scope global, as admin. Then paste the last line, from the first
// brace to the last one, into the step's input scriptOutput.
(function () {
    var connection = @@connection@@;
    var userName = @@userName@@;
    var clientId = @@clientId@@;
    var tables = ['incident', 'oauth_entity', 'sys_user', 'sys_user_has_role'];

    function find(table, field, value) {
        var row = new GlideRecord(table);
        row.addQuery(field, value);
        row.query();
        while (row.next()) {
            // A condition that an instance does not understand matches every row.
            if (row.getValue(field) === value) {
                return row;
            }
        }
        return null;
    }
    function isTrue(row, field) {
        var value = String(row.getValue(field));
        return value === '1' || value === 'true';
    }
    function seconds(row, field) {
        var value = parseInt(row.getValue(field), 10);
        return isNaN(value) ? null : value;
    }

    var findings = {
        format: 'supportlink-instance-findings-1',
        connection: connection,
        at: new GlideDateTime().getValue().replace(' ', 'T') + 'Z',
        user: null,
        roles: [],
        oauthEntity: null,
        tables: []
    };
    var user = find('sys_user', 'user_name', userName);
    if (user) {
        findings.user = {
            userName: userName,
            active: isTrue(user, 'active'),
            lockedOut: isTrue(user, 'locked_out'),
            passwordNeedsReset: isTrue(user, 'password_needs_reset'),
            webServiceAccessOnly: isTrue(user, 'web_service_access_only')
        };
        var userId = String(user.getUniqueValue());
        var grant = new GlideRecord('sys_user_has_role');
        grant.addQuery('user', userId);
        grant.query();
        while (grant.next()) {
            var role = new GlideRecord('sys_user_role');
            if (grant.getValue('user') === userId && grant.getValue('state') !== 'inactive' && role.get(grant.getValue('role'))) {
                findings.roles.push(String(role.getValue('name')));
            }
        }
    }
    var endpoint = find('oauth_entity', 'client_id', clientId);
    if (endpoint) {
        findings.oauthEntity = {
            clientId: clientId,
            name: String(endpoint.getValue('name')),
            active: isTrue(endpoint, 'active'),
            accessTokenLifespan: seconds(endpoint, 'access_token_lifespan'),
            refreshTokenLifespan: seconds(endpoint, 'refresh_token_lifespan')
        };
    }
    for (var i = 0; i < tables.length; i++) {
        var table = find('sys_db_object', 'name', tables[i]);
        if (table) {
            findings.tables.push({
                name: tables[i],
                readAccess: isTrue(table, 'read_access'),
                webServiceAccess: isTrue(table, 'ws_access')
            });
        }
    }
    gs.print(JSON.stringify(findings));
})();
