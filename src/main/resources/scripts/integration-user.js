// Makes the integration user of the SupportLink connection: @@comment@@
// Run it in System Definition > Scripts - Background, scope global, as admin.
// Run it again as often as you like: what is there is kept, nothing is made twice.
(function () {
    var userName = @@userName@@;
    var roleName = @@roleName@@;
    var hasPassword = @@hasPassword@@ === 'yes';
    // Change to true to have a new random password set and printed here; otherwise use Set Password in the user's form.
    var makePassword = false;

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

    var role = find('sys_user_role', 'name', roleName);
    if (!role) {
        gs.print('The instance has no role ' + roleName + '.');
        return;
    }
    var user = find('sys_user', 'user_name', userName);
    var made = !user;
    if (made) {
        user = new GlideRecord('sys_user');
        user.newRecord();
        user.setValue('user_name', userName);
        user.setValue('first_name', 'SupportLink');
        user.setValue('last_name', 'Integration');
        user.setValue('active', true);
        user.setValue('web_service_access_only', true);
        var id = user.insert();
        user = new GlideRecord('sys_user');
        if (!id || !user.get(id)) {
            gs.print('The user could not be made. Use the form: Organization > Users > New.');
            return;
        }
        gs.print('Created the user ' + userName + '.');
    } else {
        gs.print('Found the user ' + userName + '.');
        if (!isTrue(user, 'web_service_access_only')) {
            user.setValue('web_service_access_only', true);
            user.update();
            gs.print('Checked Web service access only.');
        }
    }
    var userId = String(user.getUniqueValue());
    var roleId = String(role.getUniqueValue());
    var grant = new GlideRecord('sys_user_has_role');
    grant.addQuery('user', userId);
    grant.addQuery('role', roleId);
    grant.query();
    var granted = false;
    while (!granted && grant.next()) {
        granted = grant.getValue('user') === userId && grant.getValue('role') === roleId;
    }
    if (!granted) {
        grant = new GlideRecord('sys_user_has_role');
        grant.newRecord();
        grant.setValue('user', userId);
        grant.setValue('role', roleId);
        grant.insert();
        gs.print('Granted the role ' + roleName + '.');
    }
    gs.print('User ID: ' + userName);
    if (!hasPassword) {
        gs.print('No password is needed: the user signs in by tokens of Entra ID.');
    } else if (makePassword) {
        var password = GlideSecureRandomUtil.getSecureRandomString(40);
        user.user_password.setDisplayValue(password);
        user.setValue('password_needs_reset', false);
        user.update();
        gs.print('Password, shown only now: ' + password);
    } else {
        gs.print('Password: Organization > Users > ' + userName + ' > Set Password.');
    }
})();
