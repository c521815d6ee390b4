using System.Runtime.Versioning;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Actions;

/// <summary><c>actions/setup</c> as the runner runs it, with releases on a local https bed.Server.</summary>
[SupportedOSPlatform("linux")]
public sealed class SetupStories : IDisposable
{
    private readonly SetupBed bed = new();

    public void Dispose() => bed.Dispose();

    [Fact]
    public void Release_IsInstalled_AndGatesRunGivesWhatTheContainerActionGives()
    {
        var installed = bed.Install();

        (installed.ExitCode, installed.Error).ShouldBe((0, ""), installed.ToString());
        installed.Output.ShouldBe($"Gates 1.4.0 for linux-x64, from {bed.Address}/mirror, SHA-256 as released.\n");
        var outputs = bed.Outputs("output");
        outputs.Keys.ShouldBe(ActionManifest.Read("actions/setup/action.yml").Outputs.Keys, ignoreOrder: true);
        outputs["version"].ShouldBe("1.4.0");
        bed.Folder.Read("path").ShouldBe(outputs["path"] + "\n");
        using var repository = new TempRepository();
        repository.Write("app.env", $"TOKEN={Planted.GitHubToken}\n").Commit();

        var run = ExternalProgram.Run(
            Path.Combine(outputs["path"], "gates"),
            ["run"],
            repository.Path,
            JobVariables.Event(bed.Folder, "push", new { }, ("GITHUB_OUTPUT", bed.Folder.Write("run-output", "")), ("GATES_REAL", Repository.Gates)));

        run.ExitCode.ShouldBe(1, run.ToString());
        var given = bed.Outputs("run-output");
        given.Keys.ShouldBe(ActionManifest.Read("action.yml").Outputs.Keys, ignoreOrder: true);
        (given["verdict"], given["failed"], given["results"]).ShouldBe(("failed", "dlp-scan", ".gates/out/results.json"));
    }

    [Fact]
    public void SecondRun_IsFromTheCache_UnlessSomebodyChangedIt()
    {
        bed.Install().ExitCode.ShouldBe(0);
        bed.Install().Output.ShouldBe("Gates 1.4.0 for linux-x64, from the cache, SHA-256 as released.\n");
        bed.Server.Requests.Count.ShouldBe(1);
        File.WriteAllText(Path.Combine(bed.Folder.Path, "tools/gates/1.4.0", SetupBed.Archive), "poison");

        bed.Install().Output.ShouldContain($"from {bed.Address}/mirror");
        bed.Install().Output.ShouldContain("from the cache");
        bed.Server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public void Redirects_AreFollowed_ButNeverOutOfHttps()
    {
        bed.Server.Redirects[$"/mirror/{SetupBed.Archive}"] = $"{bed.Address}/elsewhere/{SetupBed.Archive}";
        bed.Server.Files[$"/elsewhere/{SetupBed.Archive}"] = bed.Server.Files[$"/mirror/{SetupBed.Archive}"];
        bed.Install().ExitCode.ShouldBe(0);
        Directory.Delete(Path.Combine(bed.Folder.Path, "tools"), recursive: true);
        bed.Server.Redirects[$"/mirror/{SetupBed.Archive}"] = $"{bed.Server.Address}/elsewhere/{SetupBed.Archive}";

        Fails(bed.Install(), $"{bed.Address}/mirror/{SetupBed.Archive} could not be fetched: curl: (1) ");
        bed.Server.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("another", "is not what was released: its SHA-256 is ")]
    [InlineData("truncated", "is not what was released: its SHA-256 is ")]
    [InlineData("broken off", "could not be fetched: curl: (18) ")]
    [InlineData("missing", "could not be fetched: curl: (22) ")]
    public void WhatIsNotTheArchive_IsNeverUnpackedOrKept(string trouble, string message)
    {
        var bytes = bed.Server.Files[$"/mirror/{SetupBed.Archive}"];
        bed.Server.CutAfter = trouble == "broken off" ? 100 : null;
        switch (trouble)
        {
            case "another":
                bed.Server.Files[$"/mirror/{SetupBed.Archive}"] = [.. bytes, 0];
                break;
            case "truncated":
                bed.Server.Files[$"/mirror/{SetupBed.Archive}"] = bytes[..100];
                break;
            case "missing":
                bed.Server.Files.Clear();
                break;
        }

        Fails(bed.Install(), message);

        Directory.Exists(Path.Combine(bed.Folder.Path, "tools")).ShouldBeFalse();
        Directory.GetFiles(bed.Folder.Path, "gates", SearchOption.AllDirectories).ShouldBe([Path.Combine(bed.Folder.Path, "packing/gates")]);
    }

    [Theory]
    [InlineData("../escaped", "\"../escaped\", which no release has")]
    [InlineData("sub/gates", "\"sub/gates\", which no release has")]
    [InlineData("gates -> /bin/sh", "\"gates\", which is no plain file")]
    public void ArchiveWithAStrangeMember_IsNotUnpacked_EvenWithItsDigest(string member, string message)
    {
        var link = member.Split(" -> ");
        bed.Folder.Write("packing/sub/gates", "");
        File.WriteAllText(Path.Combine(bed.Folder.Path, "escaped"), "");
        if (link.Length == 2)
        {
            File.Delete(Path.Combine(bed.Folder.Path, "packing/gates"));
            File.CreateSymbolicLink(Path.Combine(bed.Folder.Path, "packing/gates"), link[1]);
        }

        bed.Release("1.4.0", bed.PackAsIs("LICENSE", link[0]));
        File.Delete(Path.Combine(bed.Folder.Path, "escaped"));

        Fails(bed.Install(), $"{SetupBed.Archive} holds {message}");
        File.Exists(Path.Combine(bed.Folder.Path, "escaped")).ShouldBeFalse();
        File.Exists(Path.Combine(bed.Folder.Path, "path")).ShouldBeFalse();
    }

    [Theory]
    [InlineData("VERSION", "1.5.0", "this commit of actions/setup does not know 1.5.0; it knows 1.4.0 ")]
    [InlineData("VERSION", "v1", "\"v1\" is not a version, such as 1.4.0")]
    [InlineData("VERSION", "1\n::warning::x", "\"1 ::warning::x\" is not a version, such as 1.4.0")]
    [InlineData("RUNNER_ARCH", "ARM", "Gates 1.4.0 has no build for Linux on ARM; it has linux-x64 ")]
    [InlineData("RUNNER_OS", "macOS", "Gates 1.4.0 has no build for osx-x64; it has linux-x64 ")]
    [InlineData("DOWNLOAD_URL", "http://localhost/mirror", "\"http://localhost/mirror\" is not an https address")]
    [InlineData("DOWNLOAD_URL", "file:///mirror", "\"file:///mirror\" is not an https address")]
    [InlineData("DOWNLOAD_URL", "https://me:hunter2@localhost/", "download-url must not hold a name, a password or another @")]
    public void WhatCannotBeInstalled_IsSaidClearly(string name, string value, string message)
    {
        var output = bed.Install((name, value));

        output.Output.ShouldBe($"::error title=Gates was not installed::{message}\n");
        output.ExitCode.ShouldBe(1);
        bed.Server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void BeforeTheFirstRelease_TheActionSaysSo()
    {
        bed.Folder.Write("action/releases.txt", File.ReadAllText(Repository.Combine("actions/setup/releases.txt")).Split('\n')[0] + "\n");

        Fails(bed.Install(), "this commit of actions/setup belongs to no release and knows no digests. Use gates-ci/gates/actions/setup at a release's commit");
    }

    [Fact]
    public void NewestVersion_IsTheHighestAndNotTheLast()
    {
        bed.Release("1.10.0", bed.Pack("gates", "LICENSE"));
        File.AppendAllText(Path.Combine(bed.Folder.Path, "action/releases.txt"), $"{new string('0', 64)} gates-1.9.0-linux-x64.tar.gz\n");

        Fails(bed.Install(), "the program says that it is \"1.4.0+0123\", and not 1.10.0");
    }

    [Fact]
    public void ProgramThatDoesNotRunHere_OrIsAnotherVersion_IsSaid()
    {
        bed.Folder.Write("packing/gates", "#!/bin/bash\necho 'no GLIBC_2.34' >&2\nexit 1\n");
        bed.Release("1.4.0", bed.PackAsIs("gates"));
        Fails(bed.Install(), "the program does not run on this machine: no GLIBC_2.34");

        bed.Folder.Write("packing/gates", "#!/bin/bash\necho 1.3.9\n");
        bed.Release("1.4.0", bed.PackAsIs("gates"));
        Fails(bed.Install(), "the program says that it is \"1.3.9\", and not 1.4.0");
    }

    [Fact]
    public void NoTokenOfTheJob_ReachesTheServerOrTheLog()
    {
        bed.Folder.Write(".netrc", $"machine localhost login me password {SetupBed.Secret}\n");
        bed.Folder.Write(".curlrc", $"header = \"Authorization: {SetupBed.Secret}\"\nverbose\n");

        var output = bed.Install();

        output.ExitCode.ShouldBe(0, output.ToString());
        output.ToString().ShouldNotContain(SetupBed.Secret);
        bed.Server.Requests.ShouldHaveSingleItem().ShouldNotContain(SetupBed.Secret);
        bed.Server.Requests[0].ShouldNotContain("Authorization");
    }

    [Fact]
    public void EveryInput_ReachesTheScript_AsAVariableAndNotAsText()
    {
        var text = File.ReadAllText(Repository.Combine("actions/setup/action.yml"));
        foreach (var input in ActionManifest.Read("actions/setup/action.yml").Inputs.Keys)
        {
            text.ShouldContain($"        {input.ToUpperInvariant().Replace('-', '_')}: ${{{{ inputs.{input} }}}}\n");
        }

        text.ShouldNotContain("token");
    }

    private static void Fails(ProgramOutput output, string message)
    {
        output.ExitCode.ShouldBe(1, output.ToString());
        output.Error.ShouldBe("");
        output.Output.ShouldStartWith("::error title=Gates was not installed::");
        output.Output.ShouldContain(message);
        output.Output.TrimEnd('\n').ShouldNotContain("\n");
    }
}
