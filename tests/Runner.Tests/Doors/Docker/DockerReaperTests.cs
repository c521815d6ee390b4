using System.Globalization;
using Gates.Doors.Docker;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Doors.Docker;

/// <summary>What is left of a run that was killed goes with the next one; nothing else does.</summary>
public sealed class DockerReaperTests : EngineOnASocket
{
    private static readonly DateTimeOffset Now = TimeProvider.System.GetUtcNow();

    [Fact]
    public void AMarkOfThisProcess_IsNotOver() =>
        DockerMark.IsOver(DockerMark.Create(TimeProvider.System, TimeSpan.FromMinutes(5)).Labels, Now).ShouldBeFalse();

    [Theory]
    [InlineData(-10, "other-1-1", true)]
    [InlineData(600, "other-1-1", false)]
    [InlineData(600, "x", false)]
    public void AMarkOfAnotherMachine_IsOverWhenItsTimeIs(int seconds, string owner, bool isOver) =>
        DockerMark.IsOver(Marked(seconds, owner), Now).ShouldBe(isOver);

    [Fact]
    public void AMarkOfAProcessThatIsGone_IsOver()
    {
        var owner = DockerMark.Create(TimeProvider.System, TimeSpan.Zero).Owner.Split('-');
        DockerMark.IsOver(Marked(600, $"{owner[0]}-{owner[1]}-1"), Now).ShouldBeTrue("the number is somebody else's now");
        DockerMark.IsOver(Marked(600, $"{owner[0]}-4194303-7"), Now).ShouldBeTrue();
    }

    [Fact]
    public void WithoutAllThreeLabels_NothingIsOurs() =>
        DockerMark.IsOver(Marked(-10, "x").Where(label => label.Key != DockerMark.OwnerLabel), Now).ShouldBeFalse();

    [Fact]
    public async Task ContainersAndImagesOfARunThatIsOver_AreRemoved_AndNoOthers()
    {
        var past = Labels(-10);
        Server.Expect("GET /version", 200, Version20);
        Server.ExpectAny("GET /v1.41/containers/json", Answer(
            $$"""
            [{"Id":"c1","Names":["/gates-build-1-x"],"Image":"a","ImageID":"sha256:1","Labels":{{past}}},
             {"Id":"c2","Names":["/mine"],"Image":"shop:1","ImageID":"sha256:2","Labels":{{past}}},
             {"Id":"c3","Names":["/angry_ride"],"Image":"aaaaaaaaaaaa","ImageID":"sha256:aaaaaaaaaaaabb","Labels":{{past}}},
             {"Id":"c4","Names":["/gates-build-2-x"],"Image":"a","ImageID":"sha256:1","Labels":{{Labels(600)}}}]
            """));
        Server.ExpectAny("DELETE /v1.41/containers/c1", Gone);
        Server.ExpectAny("DELETE /v1.41/containers/c3", Gone);
        Server.ExpectAny("GET /v1.41/images/json", Answer(
            $$"""
            [{"Id":"sha256:a1","RepoTags":["docker.io/library/gates-build-1:b-1"],"Created":1,"Labels":{{past}}},
             {"Id":"sha256:a2","RepoTags":["shop:1"],"Created":1,"Labels":{{past}}},
             {"Id":"sha256:a3","RepoTags":["<none>:<none>"],"ParentId":"sha256:a1","Created":2,"Labels":{{past}}}]
            """));
        Server.ExpectAny("DELETE /v1.41/images/sha256:a3", Answer("[]"));
        Server.ExpectAny("DELETE /v1.41/images/sha256:a1", Answer("[]"));
        using var engine = Engine();
        (await DockerReaper.ReapAsync(engine, TimeProvider.System, Token)).ShouldBe(4);
        Server.Verify();
    }

    private const string Gone = "HTTP/1.1 204 No Content\r\nConnection: close\r\n\r\n";

    private static Dictionary<string, string> Marked(int seconds, string owner) => new(StringComparer.Ordinal)
    {
        [DockerMark.RunLabel] = "1",
        [DockerMark.OwnerLabel] = owner,
        [DockerMark.UntilLabel] = Now.AddSeconds(seconds).ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture),
    };

    private static string Labels(int seconds) =>
        "{" + string.Join(',', Marked(seconds, "other-1-1").Select(label => $"\"{label.Key}\":\"{label.Value}\"")) + "}";

    private static string Answer(string body) =>
        FormattableString.Invariant($"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}");
}
