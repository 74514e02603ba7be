package dev.supportlink.testing;

import com.ibm.jbatch.container.artifact.proxy.ProxyFactory;
import com.ibm.jbatch.container.util.DependencyInjectionUtility;
import com.ibm.jbatch.spi.services.IBatchArtifactFactory;
import com.ibm.jbatch.spi.services.IBatchConfig;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** Gives the reference implementation of Jakarta Batch the artifacts that the present test has put together. */
public class BatchArtifacts implements IBatchArtifactFactory {

    private static final Map<String, Supplier<?>> BY_REF = new ConcurrentHashMap<>();

    static void use(Map<String, ? extends Supplier<?>> artifacts) {
        BY_REF.clear();
        BY_REF.putAll(artifacts);
    }

    @Override
    public Object load(String ref) {
        Supplier<?> supplier = BY_REF.get(ref);
        if (supplier == null) {
            throw new IllegalArgumentException("the test offers no batch artifact " + ref);
        }
        Object artifact = supplier.get();
        DependencyInjectionUtility.injectReferences(artifact, ProxyFactory.getInjectionReferences());
        return artifact;
    }

    @Override
    public void init(IBatchConfig config) {
        // Nothing to prepare: the artifacts come from the test.
    }

    @Override
    public void shutdown() {
        BY_REF.clear();
    }
}
