package dev.supportlink.job.rest;

import dev.supportlink.access.CurrentUser;
import dev.supportlink.access.NotAllowed;
import dev.supportlink.access.Role;
import dev.supportlink.access.RoleGrant;
import dev.supportlink.job.Execution;
import dev.supportlink.job.Job;
import dev.supportlink.job.JobBoard;
import dev.supportlink.job.JobLauncher;
import dev.supportlink.job.JobNotFound;
import dev.supportlink.platform.config.ServerSettings;
import dev.supportlink.platform.http.PageParameters;
import dev.supportlink.platform.http.Preconditions;
import dev.supportlink.platform.http.WaitTime;
import dev.supportlink.platform.page.Slice;
import dev.supportlink.platform.text.Word;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Response.Status;
import java.time.Duration;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Shows the jobs and their executions, and starts them. Operators start; auditors may read. */
@Path("/admin/v1/jobs")
@Produces(MediaType.APPLICATION_JSON)
@RequestScoped
public class JobsResource {

    @Inject
    CurrentUser user;

    @Inject
    ServerSettings server;

    @Inject
    JobLauncher launcher;

    @Inject
    JobBoard board;

    @GET
    public Slice<JobView> jobs() {
        requireReader();
        return new Slice<>(
                Arrays.stream(Job.values()).map(board::entry).map(JobView::of).toList(), null);
    }

    @POST
    @Path("{job}/executions")
    public Response start(@PathParam("job") String name, @QueryParam("wait") @Nullable String wait) {
        user.get().requireOperator();
        Job job = job(name);
        Duration atMost = WaitTime.parse(wait);
        Execution seen = launcher.await(launcher.start(job, user.get().name()), atMost);
        return answer(seen.running() ? Status.ACCEPTED : Status.OK, seen);
    }

    @GET
    @Path("{job}/executions")
    public Slice<ExecutionView> executions(@PathParam("job") String name, @BeanParam PageParameters page) {
        requireReader();
        return board.executions(job(name), page.toPageRequest()).map(ExecutionView::of);
    }

    @GET
    @Path("{job}/executions/{execution}")
    public Response execution(@PathParam("job") String name, @PathParam("execution") String execution) {
        requireReader();
        return answer(Status.OK, launcher.read(job(name), execution));
    }

    private void requireReader() {
        boolean reads = user.get().isOperator() || user.get().grants().contains(new RoleGrant(Role.AUDITOR, null));
        if (!reads) {
            throw new NotAllowed("This is for users with the role operator or auditor.");
        }
    }

    private static Job job(String name) {
        return Word.parse(Job.class, name).orElseThrow(() -> new JobNotFound(name));
    }

    private Response answer(Status status, Execution execution) {
        String path = "/admin/v1/jobs/" + execution.job().word() + "/executions/" + execution.id();
        return Response.status(status)
                .entity(ExecutionView.of(execution))
                .location(server.link(path))
                .header("ETag", Preconditions.etag(execution.running() ? 0 : 1))
                .build();
    }
}
