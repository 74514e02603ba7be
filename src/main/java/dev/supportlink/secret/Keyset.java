package dev.supportlink.secret;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.Prf;
import com.google.crypto.tink.prf.PrfConfig;
import com.google.crypto.tink.prf.PrfSet;
import jakarta.json.Json;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** The master keys: one Tink keyset that seals, one that makes keyed hashes. Its text form holds the keys in clear. */
final class Keyset {

    private static final byte[] FINGERPRINT_INPUT = "supportlink keyset fingerprint".getBytes(StandardCharsets.UTF_8);
    private static final int HASH_BYTES = 32;

    private final KeysetHandle sealing;
    private final KeysetHandle hashing;

    private Keyset(KeysetHandle sealing, KeysetHandle hashing) {
        this.sealing = sealing;
        this.hashing = hashing;
    }

    static Keyset generate() {
        try {
            register();
            return new Keyset(
                    KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM, RegistryConfiguration.get()),
                    KeysetHandle.generateNew(PredefinedPrfParameters.HMAC_SHA256_PRF, RegistryConfiguration.get()));
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("Keys cannot be made on this Java runtime", failure);
        }
    }

    /** Reads the text form; {@link UnusableKeyset} when it is not one. */
    static Keyset parse(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            register();
            JsonObject both = reader.readObject();
            return new Keyset(handle(both, "sealing"), handle(both, "hashing"));
        } catch (GeneralSecurityException | JsonException | NullPointerException | ClassCastException wrong) {
            throw new UnusableKeyset("is not a SupportLink keyset, or is damaged");
        }
    }

    String format() {
        try {
            return "{\"sealing\":" + text(sealing) + ",\"hashing\":" + text(hashing) + "}\n";
        } catch (GeneralSecurityException failure) {
            throw new IllegalStateException("The keyset cannot be written", failure);
        }
    }

    Aead aead() {
        try {
            return sealing.getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException failure) {
            throw new UnusableKeyset("has no usable sealing key");
        }
    }

    PrfSet prfs() {
        try {
            return hashing.getPrimitive(RegistryConfiguration.get(), PrfSet.class);
        } catch (GeneralSecurityException failure) {
            throw new UnusableKeyset("has no usable hashing key");
        }
    }

    /** The fingerprint under the primary key. */
    String fingerprint() {
        return fingerprints().get(0);
    }

    /** Whether one of the keys made this fingerprint; keys are added in time, the old ones stay. */
    boolean hasFingerprint(String stored) {
        return fingerprints().contains(stored);
    }

    @Override
    public String toString() {
        return "(keyset)";
    }

    /** The primary key's first. */
    private List<String> fingerprints() {
        try {
            PrfSet prfs = prfs();
            List<String> all = new ArrayList<>();
            all.add(HexFormat.of().formatHex(prfs.computePrimary(FINGERPRINT_INPUT, HASH_BYTES)));
            for (Prf prf : prfs.getPrfs().values()) {
                all.add(HexFormat.of().formatHex(prf.compute(FINGERPRINT_INPUT, HASH_BYTES)));
            }
            return all;
        } catch (GeneralSecurityException failure) {
            throw new UnusableKeyset("has no usable hashing key");
        }
    }

    private static String text(KeysetHandle handle) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.serializeKeyset(
                handle, RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static KeysetHandle handle(JsonObject both, String part) throws GeneralSecurityException {
        return TinkJsonProtoKeysetFormat.parseKeyset(
                both.getJsonObject(part).toString(), RegistryConfiguration.get(), InsecureSecretKeyAccess.get());
    }

    private static void register() throws GeneralSecurityException {
        AeadConfig.register();
        PrfConfig.register();
    }
}
