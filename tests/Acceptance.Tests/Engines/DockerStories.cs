using Gates.Doors.Docker;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Engines;

/// <summary>The door to Docker, against a real engine.</summary>
public sealed class DockerStories : IDisposable
{
    private const string Image = "gates-door-test:1";

    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly DockerAddress address = DockerAddress.Parse(Environment.GetEnvironmentVariable("DOCKER_HOST") ?? "");
    private readonly DockerEngine engine;

    public DockerStories()
    {
        Assert.SkipUnless(
            ExternalProgram.Exists("docker") && ExternalProgram.Run("docker", ["version"]).ExitCode == 0,
            "needs a running Docker Engine, and docker (Debian: docker.io)");
        engine = new DockerEngine(address, TimeProvider.System);
    }

    public void Dispose() => engine?.Dispose();

    [Fact]
    public async Task AnEngine_SaysWhichItIs()
    {
        await engine.PingAsync(Token);
        var version = await engine.VersionAsync(Token);
        Docker("version", "--format", "{{.Server.Version}}|{{.Server.APIVersion}}|{{.Server.Os}}|{{.Server.Arch}}")
            .ShouldBe($"{version.Engine}|{version.Api}|{version.OperatingSystem}|{version.Architecture}");
    }

    [Fact]
    public async Task AnImage_IsReadAsDockerReadsIt()
    {
        using var folder = new TempFolder();
        folder.Write("Dockerfile", "FROM scratch\nCOPY Dockerfile /\nLABEL who=\"a b\" empty=\"\"\nUSER 1000:1000\nENTRYPOINT [\"/shop\", \"serve it\"]\n");
        Docker("build", "-q", "--network=none", "-t", Image, folder.Path);
        try
        {
            var image = await engine.InspectImageAsync(Image, Token);
            image.Id.ShouldBe(Docker("image", "inspect", "--format", "{{.Id}}", Image));
            (image.User, image.Size).ShouldBe(("1000:1000", new FileInfo(Path.Combine(folder.Path, "Dockerfile")).Length));
            image.Entrypoint.ShouldBe(["/shop", "serve it"]);
            image.Labels.ShouldBe(new Dictionary<string, string>(StringComparer.Ordinal) { ["who"] = "a b", ["empty"] = "" }, ignoreOrder: true);
            image.Digests.ShouldBeEmpty("it was pushed nowhere");

            // By its id, and by its full name.
            (await engine.InspectImageAsync(image.Id, Token)).Size.ShouldBe(image.Size);
            (await engine.InspectImageAsync("docker.io/library/" + Image, Token)).Id.ShouldBe(image.Id);
        }
        finally
        {
            Docker("image", "rm", Image);
        }
    }

    [Fact]
    public async Task AnImageThatItDoesNotHave_IsNotPulled()
    {
        var e = await Should.ThrowAsync<DockerException>(() => engine.InspectImageAsync("gates-door-test:never", Token));
        e.Message.ShouldBe($"Docker at {address.Text}: it has no image \"gates-door-test:never\"; build or pull it first, nothing is pulled here");
    }

    private static string Docker(params string[] arguments)
    {
        var run = ExternalProgram.Run("docker", arguments, environment: new Dictionary<string, string>(StringComparer.Ordinal) { ["DOCKER_BUILDKIT"] = "0" });
        Assert.True(run.ExitCode == 0, run.Error);
        return run.Output.Trim();
    }
}
