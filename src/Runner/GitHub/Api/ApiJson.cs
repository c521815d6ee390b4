using System.Text.Json;
using System.Text.Json.Serialization;
using Gates.Runner.GitHub.CheckRuns;
using Gates.Runner.GitHub.CodeScanning;
using Gates.Runner.GitHub.Comments;
using Gates.Runner.GitHub.GitData;
using Gates.Runner.GitHub.GraphQl;
using Gates.Runner.GitHub.PullRequests;
using Gates.Runner.GitHub.Releases;
using Gates.Runner.GitHub.Repositories;
using Gates.Runner.GitHub.WorkflowRuns;

namespace Gates.Runner.GitHub.Api;

/// <summary>How our types look to GitHub. An answer that lacks what a type requires is refused, not filled with nulls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(ApiError))]
[JsonSerializable(typeof(Artifact))]
[JsonSerializable(typeof(ArtifactPage))]
[JsonSerializable(typeof(BlobBody))]
[JsonSerializable(typeof(CheckRun))]
[JsonSerializable(typeof(CheckRunBody))]
[JsonSerializable(typeof(CheckRunPage))]
[JsonSerializable(typeof(Collaborator))]
[JsonSerializable(typeof(CommentBody))]
[JsonSerializable(typeof(CommitBody))]
[JsonSerializable(typeof(FileContent))]
[JsonSerializable(typeof(GitBlob))]
[JsonSerializable(typeof(GitBlobReference))]
[JsonSerializable(typeof(GitCommit))]
[JsonSerializable(typeof(GitReference))]
[JsonSerializable(typeof(GitTree))]
[JsonSerializable(typeof(GraphQlAnswer))]
[JsonSerializable(typeof(GraphQlRequest))]
[JsonSerializable(typeof(IReadOnlyList<PullRequestFile>))]
[JsonSerializable(typeof(IReadOnlyList<IssueComment>))]
[JsonSerializable(typeof(IReadOnlyList<PullRequest>))]
[JsonSerializable(typeof(IReadOnlyList<Release>))]
[JsonSerializable(typeof(IReadOnlyList<ReleaseAsset>))]
[JsonSerializable(typeof(IReadOnlyList<Review>))]
[JsonSerializable(typeof(IssueComment))]
[JsonSerializable(typeof(ReferenceBody))]
[JsonSerializable(typeof(ReleaseBody))]
[JsonSerializable(typeof(Repository))]
[JsonSerializable(typeof(SarifBody))]
[JsonSerializable(typeof(SarifReceipt))]
[JsonSerializable(typeof(TeamMembership))]
[JsonSerializable(typeof(TreeBody))]
[JsonSerializable(typeof(WorkflowRun))]
internal sealed partial class ApiJson : JsonSerializerContext;
