/** What tests share: the server under test, fakes and waiting; only tests depend on it. */
@NullMarked
package dev.supportlink.testing;

import org.jspecify.annotations.NullMarked;
