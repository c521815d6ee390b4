using System.Text;
using Gates.Doors.Files;
using Gates.Doors.Git.Remotes;
using Gates.Doors.Registry;
using Gates.Formats.Foundation;
using Gates.Runner.Commands.Pin;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Commands.Pin;

/// <summary>Against a registry in memory and real git over HTTP.</summary>
public sealed class PinSessionTests : IDisposable
{
    private static readonly CancellationToken Token = TestContext.Current.CancellationToken;

    private readonly TempFolder remotes = new();
    private readonly TempFolder root = new();
    private readonly MemoryRegistry registry = new();
    private readonly GitHttpBackend git;
    private readonly string digest;
    private readonly string commit;

    public PinSessionTests()
    {
        digest = SampleImage.DigestOf(registry.PushImage("registry-1.docker.io/library/alpine", "3.22", "linux/amd64", ["a"]));
        registry.PushImage("registry-1.docker.io/library/alpine", "latest", "linux/amd64", ["a"]);
        registry.PushImage("ghcr.io/acme/base", "1", "linux/amd64", ["a"]);
        var action = Path.Combine(remotes.Path, "acme", "setup");
        Directory.CreateDirectory(action);
        TempRepository.Run(action, "init", "-q", "-b", "main");
        TempRepository.Run(action, "-c", "user.name=a", "-c", "user.email=a@example.org", "commit", "-q", "--allow-empty", "-m", "one");
        commit = TempRepository.Run(action, "rev-parse", "HEAD").Trim();
        foreach (var tag in (string[])["v4", "v4.2.1"])
        {
            TempRepository.Run(action, "-c", "user.name=a", "-c", "user.email=a@example.org", "tag", "-a", tag, "-m", tag);
        }

        git = new GitHttpBackend(remotes.Path);
    }

    public void Dispose()
    {
        git.Dispose();
        registry.Dispose();
        root.Dispose();
        remotes.Dispose();
    }

    [Theory]
    [InlineData("FROM alpine:3.22\n", "FROM alpine:3.22@D\n")]
    [InlineData("FROM alpine\n", "FROM alpine:latest@D\n")]
    [InlineData("FROM --platform=linux/arm64 alpine:3.22 AS a\nFROM a\n", "FROM --platform=linux/arm64 alpine:3.22@D AS a\nFROM a\n")]
    [InlineData("FROM scratch\nCOPY --from=alpine:3.22 /a /b\n", "FROM scratch\nCOPY --from=alpine:3.22@D /a /b\n")]
    [InlineData(
        "FROM scratch\nRUN --mount=type=bind,from=alpine:3.22,target=/x true\n", "FROM scratch\nRUN --mount=type=bind,from=alpine:3.22@D,target=/x true\n")]
    [InlineData("# syntax=alpine:3.22\nFROM scratch\n", "# syntax=alpine:3.22@D\nFROM scratch\n")]
    [InlineData("FROM \\\n  alpine:3.22\n", "FROM \\\n  alpine:3.22@D\n")]
    [InlineData("\ufeffFROM alpine:3.22\r\nRUN x\r\n", "\ufeffFROM alpine:3.22@D\r\nRUN x\r\n")]
    [InlineData("FROM alpine:3.22", "FROM alpine:3.22@D")]
    public async Task ADockerfile_GetsDigests_AndEveryOtherByteStays(string before, string after)
    {
        root.Write("Dockerfile", before);
        await PinAsync();
        root.Read("Dockerfile").ShouldBe(Text(after).TrimStart('\ufeff'));
        File.ReadAllBytes(Path.Combine(root.Path, "Dockerfile")).ShouldBe(Encoding.UTF8.GetBytes(Text(after)));
    }

    [Theory]
    [InlineData("compose.yaml", "services:\n  a:\n    image: \"alpine:3.22\" # why\n", "services:\n  a:\n    image: \"alpine:3.22@D\" # why\n")]
    [InlineData(
        "k8s/pod.yaml",
        "apiVersion: v1\nkind: Pod\nspec:\n  containers: [{name: a, image: alpine:3.22}] # alpine:3.22\n",
        "apiVersion: v1\nkind: Pod\nspec:\n  containers: [{name: a, image: alpine:3.22@D}] # alpine:3.22\n")]
    [InlineData(
        ".github/workflows/a.yml",
        "jobs:\n  a:\n    container: { image: 'alpine:3.22' }\n    services: { db: { image: alpine } }\n    steps:\n    - uses: docker://alpine:3.22\n",
        "jobs:\n  a:\n    container: { image: 'alpine:3.22@D' }\n    services: { db: { image: alpine:latest@D } }\n"
            + "    steps:\n    - uses: docker://alpine:3.22@D\n")]
    [InlineData("action.yml", "runs:\n  using: docker\n  image: docker://alpine:3.22\n", "runs:\n  using: docker\n  image: docker://alpine:3.22@D\n")]
    public async Task AYamlFile_GetsDigests(string path, string before, string after)
    {
        root.Write(path, before);
        await PinAsync();
        root.Read(path).ShouldBe(Text(after));
    }

    [Theory]
    [InlineData("acme/setup@v4", "acme/setup@C # v4.2.1")]
    [InlineData("acme/setup/sub@v4", "acme/setup/sub@C # v4.2.1")]
    [InlineData("\"acme/setup@v4\"", "\"acme/setup@C\" # v4.2.1")]
    [InlineData("acme/setup@v4 # v4", "acme/setup@C # v4.2.1")]
    [InlineData("acme/setup@v4   # why it is", "acme/setup@C   # v4.2.1 # why it is")]
    [InlineData("acme/setup@v4.2.1", "acme/setup@C # v4.2.1")]
    [InlineData("acme/setup@main", "acme/setup@C # main")]
    [InlineData("acme/setup@v4  \r", "acme/setup@C # v4.2.1  \r")]
    public async Task AnAction_GetsItsCommit_AndAComment(string before, string after)
    {
        root.Write(".github/workflows/a.yml", $"jobs:\n  a:\n    steps:\n      - uses: {before}\n        with: {{ a: b }}\n");
        await PinAsync();
        root.Read(".github/workflows/a.yml").ShouldBe(Text($"jobs:\n  a:\n    steps:\n      - uses: {after}\n        with: {{ a: b }}\n"));
    }

    [Fact]
    public async Task ReusableWorkflows_AndStepsOfActions_ArePinned()
    {
        root.Write(".github/workflows/a.yml", "jobs:\n  a:\n    uses: acme/setup/.github/workflows/b.yml@v4\n  b: { steps: [{ uses: acme/setup@v4 }] }\n");
        root.Write("x/action.yml", "runs:\n  using: composite\n  steps:\n    - { uses: acme/setup@v4, with: { a: b } }\n");
        await PinAsync();
        root.Read(".github/workflows/a.yml").ShouldBe(
            Text("jobs:\n  a:\n    uses: acme/setup/.github/workflows/b.yml@C # v4.2.1\n  b: { steps: [{ uses: acme/setup@C }] } # v4.2.1\n"));
        root.Read("x/action.yml").ShouldBe(Text("runs:\n  using: composite\n  steps:\n    - { uses: acme/setup@C, with: { a: b } } # v4.2.1\n"));
    }

    [Fact]
    public async Task ASecondTime_ChangesNothing()
    {
        root.Write("Dockerfile", "FROM alpine:3.22\nFROM ghcr.io/acme/base:1\n");
        root.Write(".github/workflows/a.yml", "jobs:\n  a:\n    steps:\n      - uses: acme/setup@v4\n");
        (await PinAsync()).Files.Count.ShouldBe(2);
        var asked = registry.Asked.Count;
        var again = await PinAsync();
        (again.Files.Count, again.Already, again.Left.Count, again.Faults.Count).ShouldBe((0, 3, 0, 0));
        registry.Asked.Count.ShouldBe(asked, "what is pinned is not asked for");
        (await PinAsync(new PinRequest { Update = true })).Files.ShouldBeEmpty("nothing has moved");
    }

    [Fact]
    public async Task WhatMoved_IsUpdatedOnlyWhenAsked()
    {
        var old = SampleImage.DigestOf("old");
        root.Write("Dockerfile", $"FROM alpine:3.22@{old}\nFROM alpine@{old}\n");
        root.Write(
            ".github/workflows/a.yml",
            $"jobs:\n  a:\n    steps:\n      - uses: acme/setup@{new string('1', 40)} # v4.1.0\n      - uses: acme/setup@{new string('2', 40)}\n");
        (await PinAsync()).Files.ShouldBeEmpty();
        var updated = await PinAsync(new PinRequest { Update = true });
        root.Read("Dockerfile").ShouldBe(Text($"FROM alpine:3.22@D\nFROM alpine@{old}\n"));
        root.Read(".github/workflows/a.yml").ShouldBe(
            Text($"jobs:\n  a:\n    steps:\n      - uses: acme/setup@C # v4.2.1\n      - uses: acme/setup@{new string('2', 40)}\n"));
        updated.Left.Select(note => (note.Path, note.Line)).ShouldBe([(".github/workflows/a.yml", 5), ("Dockerfile", 2)]);
    }

    [Theory]
    [InlineData("Dockerfile", "ARG B=alpine:3.22\nFROM $B\n", 2, "\"$B\": it comes from ARG B, Dockerfile:1; pin it there")]
    [InlineData("compose.yaml", "services: { a: { image: \"${I:-alpine:3.22}\" } }\n", 1, "it holds a variable, and what fills that in may hold a digest, too")]
    [InlineData(".github/workflows/a.yml", "jobs: { a: { container: \"${{ inputs.x }}\" } }\n", 1, "the expression is only known to the run")]
    [InlineData(".github/workflows/a.yml", "jobs: { a: { steps: [{ uses: \"${{ inputs.x }}\" }] } }\n", 1, "the expression is only known to the run")]
    [InlineData(".github/workflows/a.yml", "jobs: { a: { steps: [{ uses: \"acme\" }] } }\n", 1, "\"acme\" is no action; write owner/repository@version")]
    [InlineData(".github/workflows/a.yml", "jobs: { a: { steps: [{ uses: acme/setup@v4 }, { uses: acme/setup@v4 }] } }\n", 1, "its line holds more")]
    [InlineData(".github/workflows/a.yml", "jobs: { a: { steps: [{ uses: acme/setup@v4, name: \"#\" }] } }\n", 1, "its line holds more, so that")]
    [InlineData("compose.yaml", "services: { a: { image: \"alp\\u0069ne:3.22\" } }\n", 1, "does not stand on this line just once as it is read")]
    [InlineData("kustomization.yaml", "images: [{ name: alpine, newTag: \"3.22\" }]\n", 1, "kustomize takes a digest in a line of its own")]
    public async Task WhatCannotBePinned_IsSaidWithItsLine(string path, string text, int line, string why)
    {
        root.Write(path, text);
        var pinning = await PinAsync();
        root.Read(path).ShouldBe(text);
        pinning.Left.ShouldContain(note => note.Path == path && note.Line == line && note.Text.Contains(why));
    }

    [Theory]
    [InlineData("Dockerfile", "FROM alpine:nope\n", "docker.io/library/alpine:nope: the registry registry-1.docker.io: it has no such image")]
    [InlineData(".github/workflows/a.yml", "jobs: { a: { steps: [{ uses: acme/setup@v9 }] } }\n", "there is no tag or branch \"v9\"")]
    [InlineData(".github/workflows/a.yml", "jobs: { a: { steps: [{ uses: acme/none@v9 }] } }\n", "git ls-remote: ")]
    public async Task WhatDoesNotExist_IsAFault(string path, string text, string why)
    {
        root.Write(path, text);
        var pinning = await PinAsync();
        pinning.Faults.ShouldHaveSingleItem().Text.ShouldContain(why);
        root.Read(path).ShouldBe(text);
    }

    [Fact]
    public async Task OnlyWhatWasAskedFor_IsPinned()
    {
        const string Workflow = "jobs:\n  a:\n    container: alpine:3.22\n    steps:\n      - uses: acme/setup@v4\n";
        root.Write("a/Dockerfile", "FROM alpine:3.22\n");
        root.Write(".github/workflows/a.yml", Workflow);
        var paths = await PinAsync(new PinRequest { Paths = ["a"] });
        paths.Files.Select(file => file.Path).ShouldBe(["a/Dockerfile"]);
        (await PinAsync(new PinRequest { Images = false })).Images.ShouldBe(0);
        root.Read(".github/workflows/a.yml").ShouldContain("container: alpine:3.22\n");
        root.Write(".github/workflows/a.yml", Workflow);
        (await PinAsync(new PinRequest { Actions = false })).Actions.ShouldBe(0);
        root.Read(".github/workflows/a.yml").ShouldContain("uses: acme/setup@v4\n");
    }

    [Fact]
    public async Task AFileKeepsItsMode_AndOneThatChangedMeanwhileIsLeft()
    {
        root.Write("Dockerfile", "FROM alpine:3.22\n");
        var path = Path.Combine(root.Path, "Dockerfile");
        File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherExecute);
        await PinAsync();
        File.GetUnixFileMode(path).ShouldBe(UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.GroupWrite | UnixFileMode.OtherExecute);

        root.Write("Dockerfile", "FROM alpine:3.22\n");
        var session = Session(new PinRequest());
        var pinning = await session.RunAsync(Token);
        root.Write("Dockerfile", "FROM other\n");
        Should.Throw<UsageException>(() => session.Write(root.Info, pinning)).Message.ShouldBe("Dockerfile has changed meanwhile; run `gates pin` again");
        root.Read("Dockerfile").ShouldBe("FROM other\n");
    }

    [Fact]
    public async Task TheDiff_ShowsWhatChanges_AndWhatIsLeft()
    {
        root.Write("Dockerfile", "FROM alpine:3.22\r\nRUN a\u001b[31m\r\nRUN b\r\nRUN c\r\nRUN d\r\nRUN e\r\nRUN f\r\nRUN g\r\nFROM alpine\r\nFROM $X\r\n");
        using var output = new StringWriter { NewLine = "\n" };
        PinPrinter.Print(await Session(new PinRequest()).RunAsync(Token), isWritten: false, output);
        output.ToString().ShouldBe(Text("""
            --- a/Dockerfile
            +++ b/Dockerfile
            @@ -1,4 +1,4 @@
            -FROM alpine:3.22
            +FROM alpine:3.22@D
             RUN a\u{1B}[31m
             RUN b
             RUN c
            @@ -6,5 +6,5 @@
             RUN e
             RUN f
             RUN g
            -FROM alpine
            +FROM alpine:latest@D
             FROM $X
            Dockerfile:10: cannot be pinned: "$X": X has no value: give ARG X a default before the first FROM, or set it in `build-args`
            2 images would be pinned in 1 file. Write them with `gates pin --write`.

            """));
    }

    private string Text(string text) => text.Replace("@D", "@" + digest, StringComparison.Ordinal).Replace("@C", "@" + commit, StringComparison.Ordinal);

    private PinSession Session(PinRequest request)
    {
        var client = new RegistryClient(RegistryLogins.None, registry, new ImpatientTime(TimeSpan.FromSeconds(30)));
        return new PinSession(WorkingTree.Walk(root.Path), new PinSources(client, new RemoteRefs(_ => null, null), git.Address), request);
    }

    private async Task<Pinning> PinAsync(PinRequest? request = null)
    {
        var session = Session(request ?? new PinRequest());
        var pinning = await session.RunAsync(Token);
        session.Write(root.Info, pinning);
        return pinning;
    }
}
