// Makes the OAuth API endpoint for external clients of the SupportLink connection: @@comment@@
// Run it in System Definition > Scripts - Background, scope global, as admin or oauth_admin.
// Run it again as often as you like: what is there is kept, nothing is made twice.
(function () {
    var name = @@name@@;
    // Change to true to have the client secret printed here; otherwise open the row and copy it there.
    var showSecret = false;

    var endpoint = new GlideRecord('oauth_entity');
    endpoint.addQuery('name', name);
    endpoint.addQuery('type', 'client');
    endpoint.query();
    var there = false;
    while (!there && endpoint.next()) {
        // A condition that an instance does not understand matches every row.
        there = endpoint.getValue('name') === name && endpoint.getValue('type') === 'client';
    }
    if (there) {
        gs.print('Found the OAuth API endpoint ' + name + '.');
    } else {
        endpoint = new GlideRecord('oauth_entity');
        endpoint.newRecord();
        endpoint.setValue('name', name);
        endpoint.setValue('type', 'client');
        endpoint.setValue('active', true);
        var id = endpoint.insert();
        endpoint = new GlideRecord('oauth_entity');
        if (!id || !endpoint.get(id)) {
            gs.print('The row could not be made. Use the form: System OAuth > Application Registry > New.');
            return;
        }
        gs.print('Created the OAuth API endpoint ' + name + '.');
    }
    gs.print('Client ID: ' + endpoint.getValue('client_id'));
    gs.print(showSecret
        ? 'Client secret: ' + endpoint.client_secret.getDecryptedValue()
        : 'Client secret: open System OAuth > Application Registry > ' + name + ' and copy it there.');
})();
