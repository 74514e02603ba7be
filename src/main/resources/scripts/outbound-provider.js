// Makes the guide's third party OAuth provider for the SupportLink connection: @@comment@@
// SupportLink signs in to Entra ID itself and does not need this row; make it only where the instance is to fetch tokens too.
// Run it in System Definition > Scripts - Background, scope global, as admin or oauth_admin.
// Run it again as often as you like: what is there is kept, nothing is made twice.
(function () {
    var name = @@name@@;
    var values = {
        client_id: @@clientId@@,
        default_grant_type: 'client_credentials',
        token_url: @@tokenUrl@@,
        redirect_url: @@redirectUrl@@
    };

    var provider = new GlideRecord('oauth_entity');
    provider.addQuery('name', name);
    provider.addQuery('type', 'oauth_provider');
    provider.query();
    var there = false;
    while (!there && provider.next()) {
        // A condition that an instance does not understand matches every row.
        there = provider.getValue('name') === name && provider.getValue('type') === 'oauth_provider';
    }
    if (!there) {
        provider = new GlideRecord('oauth_entity');
        provider.newRecord();
        provider.setValue('name', name);
        provider.setValue('type', 'oauth_provider');
    }
    var changed = false;
    for (var field in values) {
        if (provider.getValue(field) !== values[field]) {
            provider.setValue(field, values[field]);
            changed = true;
        }
    }
    if (!there) {
        provider.insert();
        gs.print('Created the OAuth provider ' + name + '.');
    } else if (changed) {
        provider.update();
        gs.print('Corrected the OAuth provider ' + name + '.');
    } else {
        gs.print('Found the OAuth provider ' + name + '.');
    }
    gs.print('Client Secret: open System OAuth > Application Registry > ' + name + ' and enter it there.');
})();
