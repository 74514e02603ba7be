package dev.supportlink.incident.reading;

/** One question to one instance; another instance or another query makes it another question. */
record LookUp(String connectionId, String origin, String adoptionQuery, String sysId) {}
