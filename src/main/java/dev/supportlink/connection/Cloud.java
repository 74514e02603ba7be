package dev.supportlink.connection;

import dev.supportlink.platform.text.Word;

/** The Microsoft cloud that a tenant lives in; it decides the login and Graph hosts. */
public enum Cloud implements Word {
    GLOBAL,
    US_GOV,
    US_GOV_DOD,
    CHINA
}
