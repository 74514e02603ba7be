package dev.supportlink.testing;

import com.ibm.jbatch.spi.BatchSPIManager;
import com.ibm.jbatch.spi.DatabaseAlreadyInitializedException;
import com.ibm.jbatch.spi.DatabaseConfigurationBean;
import dev.supportlink.job.Tally;
import jakarta.batch.operations.JobOperator;
import jakarta.batch.runtime.BatchRuntime;
import jakarta.batch.runtime.BatchStatus;
import jakarta.batch.runtime.JobExecution;
import jakarta.batch.runtime.StepExecution;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Runs a job definition of {@code batch-jobs} in a plain unit test, under the reference implementation of Jakarta Batch.
 * The test says which object stands for each {@code ref}; the container fills batch properties and contexts in. Not for
 * tests that run at the same time: the batch container is one per JVM.
 */
public final class JobBench {

    private static final Duration LONGEST = Duration.ofSeconds(30);
    private static final Set<BatchStatus> ENDED =
            EnumSet.of(BatchStatus.COMPLETED, BatchStatus.FAILED, BatchStatus.STOPPED, BatchStatus.ABANDONED);

    private static final String[] TABLES = {
        "create schema jbatch",
        "set schema jbatch",
        "create table jobinstancedata(jobinstanceid bigint generated always as identity primary key,"
                + " name varchar(512), apptag varchar(512))",
        "create table executioninstancedata(jobexecid bigint generated always as identity primary key,"
                + " jobinstanceid bigint, createtime timestamp, starttime timestamp, endtime timestamp,"
                + " updatetime timestamp, parameters blob, batchstatus varchar(512), exitstatus varchar(512))",
        "create table stepexecutioninstancedata(stepexecid bigint generated always as identity primary key,"
                + " jobexecid bigint, batchstatus varchar(512), exitstatus varchar(512), stepname varchar(512),"
                + " readcount integer, writecount integer, commitcount integer, rollbackcount integer,"
                + " readskipcount integer, processskipcount integer, filtercount integer, writeskipcount integer,"
                + " starttime timestamp, endtime timestamp, persistentdata blob)",
        "create table jobstatus(id bigint primary key, obj blob)",
        "create table stepstatus(id bigint primary key, obj blob)",
        "create table checkpointdata(id varchar(512), obj blob)"
    };

    /** Held here, because the log manager forgets a logger that nobody holds, and its level with it. */
    private static final Logger CONTAINER_LOG = Logger.getLogger("com.ibm.jbatch");

    private static final JobOperator OPERATOR = bootstrap();

    private JobBench() {}

    /** A new object for every load, because each partition has artifacts of its own. */
    public static JobBench with(Map<String, ? extends Supplier<?>> artifacts) {
        BatchArtifacts.use(artifacts);
        return new JobBench();
    }

    /** Starts the job and waits for its end. */
    public JobExecution run(String job, Map<String, String> parameters) {
        return await(OPERATOR.start(job, properties(parameters)));
    }

    /** Starts a failed execution again and waits for its end. */
    public JobExecution restart(JobExecution failed) {
        return await(OPERATOR.restart(failed.getExecutionId(), new Properties()));
    }

    /** What the steps of an execution counted. */
    public Map<String, Long> counts(JobExecution execution) {
        return OPERATOR.getStepExecutions(execution.getExecutionId()).stream()
                .map(StepExecution::getExitStatus)
                .map(Tally::parse)
                .reduce(Tally.EMPTY, Tally::plus)
                .counts();
    }

    private static JobExecution await(long id) {
        long deadline = System.nanoTime() + LONGEST.toNanos();
        while (!ENDED.contains(OPERATOR.getJobExecution(id).getBatchStatus())) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("the job has not ended within " + LONGEST);
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return OPERATOR.getJobExecution(id);
    }

    private static Properties properties(Map<String, String> parameters) {
        Properties properties = new Properties();
        properties.putAll(parameters);
        return properties;
    }

    private static JobOperator bootstrap() {
        CONTAINER_LOG.setLevel(Level.OFF);
        String url = "jdbc:h2:mem:jbatch;DB_CLOSE_DELAY=-1";
        createTables(url);
        DatabaseConfigurationBean database = new DatabaseConfigurationBean();
        database.setJdbcDriver("org.h2.Driver");
        database.setJdbcUrl(url);
        database.setDbUser("");
        database.setDbPassword("");
        database.setSchema("JBATCH");
        Properties overrides = new Properties();
        overrides.setProperty(
                "BATCH_THREADPOOL_SERVICE", "com.ibm.jbatch.container.services.impl.GrowableThreadPoolServiceImpl");
        overrides.setProperty("CONTAINER_ARTIFACT_FACTORY_SERVICE", BatchArtifacts.class.getName());
        BatchSPIManager container = BatchSPIManager.getInstance();
        container.registerPlatformMode(BatchSPIManager.PlatformMode.SE);
        container.registerBatchContainerOverrideProperties(overrides);
        try {
            container.registerDatabaseConfigurationBean(database);
        } catch (DatabaseAlreadyInitializedException late) {
            throw new IllegalStateException("something used the batch container before JobBench", late);
        }
        return BatchRuntime.getJobOperator();
    }

    /** The reference implementation makes its tables on Derby only. */
    private static void createTables(String url) {
        try (Connection connection = DriverManager.getConnection(url);
                Statement statement = connection.createStatement()) {
            for (String table : TABLES) {
                statement.execute(table);
            }
        } catch (SQLException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
