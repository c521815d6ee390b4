using Gates.Doors.Jobs;
using Gates.Doors.Sigstore;
using Gates.Formats.Foundation;

namespace Gates.Attestation.Signing;

/// <summary>As whom a job signs without a key: the workflow, and who vouches for it.</summary>
/// <param name="Name">Such as <c>https://github.com/acme/app/.github/workflows/release.yml@refs/tags/v1.0.0</c>.</param>
/// <param name="Issuer">Such as <c>https://token.actions.githubusercontent.com</c>.</param>
internal sealed record KeylessIdentity(string Name, string Issuer)
{
    /// <exception cref="EvaluationException">The token names no workflow.</exception>
    public static KeylessIdentity Of(IdentityToken token, JobEnvironment job) => token is { Issuer: { } issuer, Workflow: { } workflow, Subject: not null }
        ? new KeylessIdentity($"{job.Server}/{workflow}", issuer)
        : throw new EvaluationException("the identity token of this job does not say who it is (iss, sub, job_workflow_ref); it is not one of GitHub Actions");

    /// <summary>Whether others must not learn of the repository. What nobody says is taken for so.</summary>
    public static bool IsPrivate(IdentityToken token, JobEnvironment job) =>
        job.IsPrivate == true || (token.Visibility is { } visibility ? visibility != "public" : job.IsPrivate is null);
}
