package dev.supportlink.sandbox.entra;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;

/** Writes the certificate of a signing key in DER, because the JDK can read but not make one. */
final class SelfSignedCertificate {

    private static final byte[] SHA256_WITH_RSA = Base64.getDecoder().decode("MA0GCSqGSIb3DQEBCwUA");
    private static final byte[] COMMON_NAME = {0x06, 0x03, 0x55, 0x04, 0x03};
    private static final DateTimeFormatter UTC_TIME =
            DateTimeFormatter.ofPattern("yyMMddHHmmss'Z'").withZone(ZoneOffset.UTC);

    private SelfSignedCertificate() {}

    static byte[] of(KeyPair keys, String name, Instant from, Instant until) throws GeneralSecurityException {
        byte[] subject = sequence(tagged(0x31, sequence(COMMON_NAME, text(0x0C, name))));
        byte[] body = sequence(
                tagged(0xA0, integer(BigInteger.TWO)),
                integer(BigInteger.valueOf(from.toEpochMilli())),
                SHA256_WITH_RSA,
                subject,
                sequence(text(0x17, UTC_TIME.format(from)), text(0x17, UTC_TIME.format(until))),
                subject,
                keys.getPublic().getEncoded());
        return sequence(body, SHA256_WITH_RSA, tagged(0x03, new byte[] {0}, sign(keys, body)));
    }

    private static byte[] sign(KeyPair keys, byte[] body) throws GeneralSecurityException {
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(keys.getPrivate());
        signature.update(body);
        return signature.sign();
    }

    private static byte[] integer(BigInteger value) {
        return tagged(0x02, value.toByteArray());
    }

    private static byte[] text(int tag, String value) {
        return tagged(tag, value.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] sequence(byte[]... parts) {
        return tagged(0x30, parts);
    }

    private static byte[] tagged(int tag, byte[]... parts) {
        ByteArrayOutputStream content = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            content.writeBytes(part);
        }
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.write(tag);
        whole.writeBytes(length(content.size()));
        whole.writeBytes(content.toByteArray());
        return whole.toByteArray();
    }

    private static byte[] length(int size) {
        if (size < 0x80) {
            return new byte[] {(byte) size};
        }
        return size < 0x100
                ? new byte[] {(byte) 0x81, (byte) size}
                : new byte[] {(byte) 0x82, (byte) (size >> 8), (byte) size};
    }
}
