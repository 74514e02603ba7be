package dev.supportlink.connection;

import dev.supportlink.platform.text.Word;

/** Who must act on a step or a finding. */
public enum AdminRole implements Word {
    ENTRA_ADMIN,
    SERVICENOW_ADMIN,
    M365_ADMIN,
    ADMINISTRATOR
}
