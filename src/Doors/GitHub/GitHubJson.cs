using System.Text.Json.Serialization;
using Gates.Doors.GitHub.CheckRuns;
using Gates.Doors.GitHub.CodeScanning;
using Gates.Doors.GitHub.GitData;
using Gates.Doors.GitHub.GraphQl;
using Gates.Doors.GitHub.PullRequests;
using Gates.Doors.GitHub.Releases;
using Gates.Doors.GitHub.Repositories;
using Gates.Doors.GitHub.Source;
using Gates.Doors.GitHub.WorkflowRuns;

namespace Gates.Doors.GitHub;

/// <summary>How the types of our own requests look to GitHub. An answer that lacks what a type requires is refused, not filled with nulls.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    RespectNullableAnnotations = true,
    RespectRequiredConstructorParameters = true,
    UseStringEnumConverter = true)]
[JsonSerializable(typeof(AnnotatedTag))]
[JsonSerializable(typeof(ArtifactPage))]
[JsonSerializable(typeof(CheckRunBody))]
[JsonSerializable(typeof(CheckRunPage))]
[JsonSerializable(typeof(ClassicProtection))]
[JsonSerializable(typeof(CreatedReview))]
[JsonSerializable(typeof(EnvironmentPage))]
[JsonSerializable(typeof(RunPage))]
[JsonSerializable(typeof(GraphQlAnswer))]
[JsonSerializable(typeof(GraphQlRequest))]
[JsonSerializable(typeof(IReadOnlyList<BranchActivity>))]
[JsonSerializable(typeof(IReadOnlyList<PullRequestEvent>))]
[JsonSerializable(typeof(IReadOnlyList<ReleaseAsset>))]
[JsonSerializable(typeof(IReadOnlyList<SeenApproval>))]
[JsonSerializable(typeof(IReadOnlyList<SeenDeployment>))]
[JsonSerializable(typeof(IReadOnlyList<SeenDeploymentStatus>))]
[JsonSerializable(typeof(IReadOnlyList<SeenRelease>))]
[JsonSerializable(typeof(IReadOnlyList<SeenReview>))]
[JsonSerializable(typeof(IReadOnlyList<SeenRule>))]
[JsonSerializable(typeof(IReadOnlyList<SeenRuleset>))]
[JsonSerializable(typeof(IReadOnlyList<TagRef>))]
[JsonSerializable(typeof(LinkedIssuesAnswer))]
[JsonSerializable(typeof(LinkedIssuesRequest))]
[JsonSerializable(typeof(ReviewBody))]
[JsonSerializable(typeof(SarifBody))]
[JsonSerializable(typeof(SarifReceipt))]
[JsonSerializable(typeof(SeenBranch))]
[JsonSerializable(typeof(SeenComparison))]
[JsonSerializable(typeof(SeenPull))]
[JsonSerializable(typeof(SeenRuleset))]
[JsonSerializable(typeof(SeenRun))]
[JsonSerializable(typeof(TeamMembership))]
[JsonSerializable(typeof(ThreadRequest))]
internal sealed partial class GitHubJson : JsonSerializerContext;
