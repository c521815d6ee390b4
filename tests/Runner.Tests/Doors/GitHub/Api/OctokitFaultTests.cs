using System.Reflection;
using Gates.Doors.GitHub.Api;
using Gates.Doors.GitHub.Releases;
using Shouldly;
using Xunit;
using static Runner.Tests.Doors.GitHub.ScriptedHandler;

namespace Runner.Tests.Doors.GitHub.Api;

/// <summary>
/// Why some requests are our own and all pass through our handler. A test here that fails says that Octokit has lost a fault: then what was made
/// because of it can go, see docs/adr/0008-octokit-over-our-handler.md.
/// </summary>
public sealed class OctokitFaultTests
{
    private const string Elsewhere = "https://elsewhere.example/page";

    [Theory]
    [InlineData("CheckRun", """{"started_at":null}""", typeof(NullReferenceException))]
    [InlineData("ReleaseAsset", """{"id":2147483648}""", typeof(OverflowException))]
    [InlineData("ReleaseAsset", """{"size":2147483648}""", typeof(OverflowException))]
    [InlineData("Artifact", """{"size_in_bytes":2147483648}""", typeof(OverflowException))]
    [InlineData("Artifact", """{"created_at":null}""", typeof(NullReferenceException))]
    public void AnAnswerOfGitHubBreaksIt_SoTheRequestIsOurs(string type, string json, Type fault) =>
        Should.Throw(() => RawOctokit.Read(type, json), fault);

    [Fact]
    public async Task OurRequestsReadThoseAnswers()
    {
        var run = Scripted.CheckRun(5)[..^1] + ""","started_at":null}""";
        using var checkRun = new Scripted(Answer(200, run));
        (await checkRun.Client.CheckRuns.GetAsync(5, CancellationToken.None)).Id.ShouldBe(5);
        using var assets = new Scripted(Answer(200, """[{"id":3000000000,"name":"a","size":3000000000,"state":"uploaded"}]"""));
        var listed = await assets.Client.Releases.ListAssetsAsync(Release("https://uploads.github.com/x"), CancellationToken.None);
        (listed.Items.Single().Id, listed.Items[0].Size).ShouldBe((3_000_000_000, 3_000_000_000));
        using var artifacts = new Scripted(Answer(
            200, """{"artifacts":[{"id":1,"name":"a","size_in_bytes":3000000000,"expired":false,"created_at":null}]}"""));
        var found = await artifacts.Client.WorkflowRuns.ListArtifactsAsync(5, null, CancellationToken.None);
        found.Items.Single().SizeInBytes.ShouldBe(3_000_000_000);
    }

    [Fact]
    public void ItCannotUploadSarif() =>
        RawOctokit.Assembly.GetExportedTypes().SelectMany(type => type.GetMembers().Select(member => $"{type.Name}.{member.Name}"))
            .Where(name => name.Contains("sarif", StringComparison.OrdinalIgnoreCase) || name.Contains("CodeScanning", StringComparison.Ordinal))
            .ShouldBeEmpty();

    [Fact]
    public void ItRenamesTheVariablesOfGraphQl() =>
        ((string)RawOctokit.New("Internal.SimpleJsonSerializer").Serialize(new { expectedHeadOid = "x" })).ShouldBe("""{"expected_head_oid":"x"}""");

    [Fact]
    public void ItKnowsTeamsByNumberOnly() =>
        RawOctokit.Type("ITeamsClient").GetMethods().Where(method => method.Name.Contains("Membership", StringComparison.Ordinal))
            .ShouldAllBe(method => method.GetParameters()[0].ParameterType == typeof(long));

    [Fact]
    public void ItsReleaseDoesNotSayWhetherItIsImmutable() => RawOctokit.Type("Release").GetProperty("Immutable").ShouldBeNull();

    [Fact]
    public async Task ItReadsOnlyTheFirstPageOfArtifacts()
    {
        using var handler = new ScriptedHandler(Answer(200, """{"artifacts":[]}""", ("Link", "<https://api.github.com/x?page=2>; rel=\"next\"")));
        var artifacts = RawOctokit.New("ActionsArtifactsClient", RawOctokit.Connect(handler));
        await artifacts.ListWorkflowArtifacts("acme", "web", 5L, RawOctokit.New("ListArtifactsRequest"));
        handler.Sent.Count.ShouldBe(1);
    }

    [Theory]
    [InlineData(502, "")]
    [InlineData(429, "1")]
    [InlineData(403, "1")]
    public async Task ItNeitherRepeatsNorWaits(int status, string after)
    {
        using var handler = new ScriptedHandler(Answer(status, "{}", ("Retry-After", after)), Answer(200, Scripted.Pull()));
        await Should.ThrowAsync<Exception>(() => PullAsync(handler));
        handler.Sent.Count.ShouldBe(1);
    }

    [Fact]
    public async Task ItSendsTheTokenToAnotherHostForTheNextPage()
    {
        using var handler = new ScriptedHandler(Answer(200, "[]", ("Link", $"<{Elsewhere}>; rel=\"next\"")), Answer(200, "[]"));
        await RawOctokit.New("IssueCommentsClient", RawOctokit.Connect(handler)).GetAllForIssue("acme", "web", 7L);
        handler.Sent[1].Line.ShouldStartWith($"GET {Elsewhere}");
        handler.Sent[1].Authorization!.ShouldEndWith(Scripted.Token);
    }

    [Fact]
    public async Task ItSendsTheTokenAndTheFileToWhateverHostAReleaseNames_WhichWeDoNot()
    {
        using var handler = new ScriptedHandler(Answer(201, "{}"));
        dynamic release = RawOctokit.New("Release", Elsewhere + "{?name,label}");
        dynamic upload = RawOctokit.New("ReleaseAssetUpload", "a.zip", "application/zip", new MemoryStream("zip"u8.ToArray()), null);
        await RawOctokit.New("ReleasesClient", RawOctokit.Connect(handler)).UploadAsset(release, upload, CancellationToken.None);
        (handler.Sent.Single().Line, handler.Sent[0].Body).ShouldBe(($"POST {Elsewhere}?name=a.zip", "zip"));
        handler.Sent[0].Authorization!.ShouldEndWith(Scripted.Token);

        using var ours = new Scripted(Answer(201, "{}"));
        await Should.ThrowAsync<GitHubException>(() => ours.Client.Releases.EnsureAssetAsync(
            Release(Elsewhere), new ReleaseFile("a.zip", "application/zip", "zip"u8.ToArray()), CancellationToken.None));
        ours.Handler.Sent.ShouldBeEmpty();
    }

    [Fact]
    public async Task ItSendsABodyToAnotherHostAfterARedirect()
    {
        using var handler = new ScriptedHandler(Answer(307, "", ("Location", Elsewhere)), Answer(200, Scripted.Comment(3)));
        await RawOctokit.New("IssueCommentsClient", RawOctokit.Connect(handler)).Update("acme", "web", 3L, "hello");
        (handler.Sent[1].Line, handler.Sent[1].Body).ShouldBe(($"PATCH {Elsewhere}", """{"body":"hello"}"""));
    }

    [Theory]
    [InlineData("dir/a?b", "GET https://api.github.com/repos/acme/web/contents/dir/a?b?ref=main")]
    [InlineData("../../../../user", "GET https://api.github.com/user?ref=main")]
    public async Task ItLetsAPathLeaveItsPlace(string path, string line)
    {
        using var handler = new ScriptedHandler(Answer(200, "[]"));
        await RawOctokit.New("RepositoryContentsClient", RawOctokit.Connect(handler)).GetAllContentsByRef("acme", "web", path, "main");
        handler.Sent.Single().Line.ShouldBe(line);
    }

    [Fact]
    public async Task ItNamesNoVersionOfTheApi()
    {
        using var handler = new ScriptedHandler(Answer(200, Scripted.Pull()));
        await PullAsync(handler);
        handler.Sent.Single().ApiVersion.ShouldBeNull();
    }

    [Fact]
    public void ItGivesUpAfterAHundredSeconds() => ((TimeSpan)RawOctokit.New("Internal.Request").Timeout).ShouldBe(TimeSpan.FromSeconds(100));

    [Fact]
    public void ItMovesTheAddressOfAnEnterprise()
    {
        var client = RawOctokit.New("GitHubClient", RawOctokit.New("ProductHeaderValue", "test"), new Uri("https://api.acme.ghe.com"));
        ((Uri)client.BaseAddress).AbsolutePath.ShouldBe("/api/v3/");
    }

    [Fact]
    public void HardlyAnyOfItsMethodsCanBeCancelled()
    {
        var methods = RawOctokit.Assembly.GetExportedTypes().Where(type => type.IsInterface && type.Name.EndsWith("Client", StringComparison.Ordinal))
            .SelectMany(type => type.GetMethods()).Where(method => !method.IsSpecialName).ToList();
        methods.Count.ShouldBeGreaterThan(1_000);
        methods.Count(TakesToken).ShouldBeLessThan(methods.Count / 20);
        RawOctokit.Type("IPullRequestsClient").GetMethods().Any(TakesToken).ShouldBeFalse();
    }

    [Theory]
    [InlineData("Repository", """{"id":"7"}""")]
    [InlineData("Repository", """{"id":1.5}""")]
    [InlineData("Repository", """{"full_name":5}""")]
    [InlineData("Repository", """{"id":1} and more""")]
    [InlineData("Repository", "[]")]
    public void ItTakesWhatIsNoAnswerForOne(string type, string json) => Should.NotThrow(() => RawOctokit.Read(type, json));

    [Fact]
    public void ItReadsWhateverIsNestedHoweverDeeply() =>
        Should.NotThrow(() => RawOctokit.Read("Repository", new string('[', 1_000) + new string(']', 1_000)), "a hundred thousand end the program");

    private static Task PullAsync(ScriptedHandler handler) => (Task)RawOctokit.New("PullRequestsClient", RawOctokit.Connect(handler)).Get("acme", "web", 7);

    private static bool TakesToken(MethodInfo method) => method.GetParameters().Any(parameter => parameter.ParameterType == typeof(CancellationToken));

    private static Release Release(string uploads) => new(1, "v1", null, Draft: true, Prerelease: false, "https://github.com/x", uploads);
}
