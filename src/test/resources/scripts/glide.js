// A small instance for background scripts: node glide.js <tables.json> <script.js>. Tables are read, changed and written.
'use strict';
var fs = require('fs');
var vm = require('vm');
var crypto = require('crypto');
var file = process.argv[2];
var tables = JSON.parse(fs.readFileSync(file, 'utf8'));
var defaults = {
    oauth_entity: function () {
        return { client_id: crypto.randomBytes(16).toString('hex'), client_secret: 'made-by-the-instance', active: '1', refresh_token_lifespan: '8640000', access_token_lifespan: '1800' };
    },
    sys_user: function () { return { active: '1', locked_out: '0', password_needs_reset: '0', web_service_access_only: '0' }; },
    sys_user_has_role: function () { return { state: 'active' }; }
};
function GlideRecord(table) {
    if (!tables[table]) { throw new Error('no table ' + table); }
    this.$table = table;
    this.$conditions = [];
    this.$row = null;
}
function text(value) { return value === true ? '1' : value === false ? '0' : String(value); }
GlideRecord.prototype = {
    addQuery: function (field, value) { this.$conditions.push([field, text(value)]); },
    query: function () {
        var conditions = this.$conditions;
        this.$found = tables[this.$table].filter(function (row) {
            // As on an instance: a condition about a column that does not exist is dropped.
            return conditions.every(function (one) { return !(one[0] in row) || row[one[0]] === one[1]; });
        });
    },
    next: function () { this.$row = this.$found.shift() || null; return this.$row !== null; },
    get: function (id) {
        this.$row = tables[this.$table].filter(function (row) { return row.sys_id === id; })[0] || null;
        return this.$row !== null;
    },
    getValue: function (field) { return this.$row && field in this.$row ? this.$row[field] : null; },
    setValue: function (field, value) { this.$row[field] = text(value); },
    getUniqueValue: function () { return this.$row.sys_id; },
    newRecord: function () { this.$row = defaults[this.$table] ? defaults[this.$table]() : {}; this.$new = true; },
    insert: function () {
        this.$row.sys_id = crypto.randomBytes(16).toString('hex');
        tables[this.$table].push(this.$row);
        written.push('insert ' + this.$table);
        return this.$row.sys_id;
    },
    update: function () { written.push('update ' + this.$table); return this.$row.sys_id; },
    get client_secret() { var row = this.$row; return { getDecryptedValue: function () { return row.client_secret; } }; },
    get user_password() { var row = this.$row; return { setDisplayValue: function (value) { row.user_password = value; } }; }
};
var written = [];
var printed = [];
vm.runInNewContext(fs.readFileSync(process.argv[3], 'utf8'), {
    GlideRecord: GlideRecord,
    gs: { print: function (line) { printed.push(String(line)); } },
    GlideSecureRandomUtil: { getSecureRandomString: function (length) { return crypto.randomBytes(length).toString('hex').substring(0, length); } },
    GlideDateTime: function () { this.getValue = function () { return new Date().toISOString().substring(0, 19).replace('T', ' '); }; }
});
fs.writeFileSync(file, JSON.stringify(tables));
process.stdout.write(JSON.stringify({ printed: printed, written: written }));
