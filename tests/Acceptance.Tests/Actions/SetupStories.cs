using System.Runtime.Versioning;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.Actions;

/// <summary><c>actions/setup</c> as the runner runs it, with releases on a local https server.</summary>
[SupportedOSPlatform("linux")]
public sealed partial class SetupStories : IDisposable
{
    private const string Name = "gates-1.4.0-linux-x64.tar.gz";
    private const string Secret = "ghs_secretOfTheJob";

    private readonly TempFolder folder = new();
    private readonly ReleaseServer server = new();
    private readonly TlsFront tls;

    public SetupStories()
    {
        tls = new TlsFront(server.Address);
        foreach (var file in new[] { "action.yml", "install.sh", "releases.txt" })
        {
            folder.Write($"action/{file}", File.ReadAllText(Repository.Combine("actions/setup", file)));
        }

        Release("1.4.0", Pack("gates", "LICENSE", "libsodium.so"));
    }

    public void Dispose()
    {
        tls.Dispose();
        server.Dispose();
        folder.Dispose();
    }

    [Fact]
    public void Release_IsInstalled_AndGatesRunGivesWhatTheContainerActionGives()
    {
        var installed = Install();

        (installed.ExitCode, installed.Error).ShouldBe((0, ""), installed.ToString());
        installed.Output.ShouldBe($"Gates 1.4.0 for linux-x64, from {tls.Address}/mirror, SHA-256 as released.\n");
        var outputs = Outputs("output");
        outputs.Keys.ShouldBe(ActionManifest.Read("actions/setup/action.yml").Outputs.Keys, ignoreOrder: true);
        outputs["version"].ShouldBe("1.4.0");
        folder.Read("path").ShouldBe(outputs["path"] + "\n");
        using var repository = new TempRepository();
        repository.Write("app.env", $"TOKEN={Planted.GitHubToken}\n").Commit();

        var run = ExternalProgram.Run(
            Path.Combine(outputs["path"], "gates"),
            ["run"],
            repository.Path,
            JobVariables.Event(folder, "push", new { }, ("GITHUB_OUTPUT", folder.Write("run-output", "")), ("GATES_REAL", Repository.Gates)));

        run.ExitCode.ShouldBe(1, run.ToString());
        var given = Outputs("run-output");
        given.Keys.ShouldBe(ActionManifest.Read("action.yml").Outputs.Keys, ignoreOrder: true);
        (given["verdict"], given["failed"], given["results"]).ShouldBe(("failed", "dlp-scan", ".gates/out/results.json"));
    }

    [Fact]
    public void SecondRun_IsFromTheCache_UnlessSomebodyChangedIt()
    {
        Install().ExitCode.ShouldBe(0);
        Install().Output.ShouldBe("Gates 1.4.0 for linux-x64, from the cache, SHA-256 as released.\n");
        server.Requests.Count.ShouldBe(1);
        File.WriteAllText(Path.Combine(folder.Path, "tools/gates/1.4.0", Name), "poison");

        Install().Output.ShouldContain($"from {tls.Address}/mirror");
        Install().Output.ShouldContain("from the cache");
        server.Requests.Count.ShouldBe(2);
    }

    [Fact]
    public void Redirects_AreFollowed_ButNeverOutOfHttps()
    {
        server.Redirects[$"/mirror/{Name}"] = $"{tls.Address}/elsewhere/{Name}";
        server.Files[$"/elsewhere/{Name}"] = server.Files[$"/mirror/{Name}"];
        Install().ExitCode.ShouldBe(0);
        Directory.Delete(Path.Combine(folder.Path, "tools"), recursive: true);
        server.Redirects[$"/mirror/{Name}"] = $"{server.Address}/elsewhere/{Name}";

        Fails(Install(), $"{tls.Address}/mirror/{Name} could not be fetched: curl: (1) ");
        server.Requests.Count.ShouldBe(3);
    }

    [Theory]
    [InlineData("another", "is not what was released: its SHA-256 is ")]
    [InlineData("truncated", "is not what was released: its SHA-256 is ")]
    [InlineData("broken off", "could not be fetched: curl: (18) ")]
    [InlineData("missing", "could not be fetched: curl: (22) ")]
    public void WhatIsNotTheArchive_IsNeverUnpackedOrKept(string trouble, string message)
    {
        var bytes = server.Files[$"/mirror/{Name}"];
        server.CutAfter = trouble == "broken off" ? 100 : null;
        switch (trouble)
        {
            case "another":
                server.Files[$"/mirror/{Name}"] = [.. bytes, 0];
                break;
            case "truncated":
                server.Files[$"/mirror/{Name}"] = bytes[..100];
                break;
            case "missing":
                server.Files.Clear();
                break;
        }

        Fails(Install(), message);

        Directory.Exists(Path.Combine(folder.Path, "tools")).ShouldBeFalse();
        Directory.GetFiles(folder.Path, "gates", SearchOption.AllDirectories).ShouldBe([Path.Combine(folder.Path, "packing/gates")]);
    }

    [Theory]
    [InlineData("../escaped", "\"../escaped\", which no release has")]
    [InlineData("sub/gates", "\"sub/gates\", which no release has")]
    [InlineData("gates -> /bin/sh", "\"gates\", which is no plain file")]
    public void ArchiveWithAStrangeMember_IsNotUnpacked_EvenWithItsDigest(string member, string message)
    {
        var link = member.Split(" -> ");
        folder.Write("packing/sub/gates", "");
        File.WriteAllText(Path.Combine(folder.Path, "escaped"), "");
        if (link.Length == 2)
        {
            File.Delete(Path.Combine(folder.Path, "packing/gates"));
            File.CreateSymbolicLink(Path.Combine(folder.Path, "packing/gates"), link[1]);
        }

        Release("1.4.0", PackAsIs("LICENSE", link[0]));
        File.Delete(Path.Combine(folder.Path, "escaped"));

        Fails(Install(), $"{Name} holds {message}");
        File.Exists(Path.Combine(folder.Path, "escaped")).ShouldBeFalse();
        File.Exists(Path.Combine(folder.Path, "path")).ShouldBeFalse();
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
        var output = Install((name, value));

        output.Output.ShouldBe($"::error title=Gates was not installed::{message}\n");
        output.ExitCode.ShouldBe(1);
        server.Requests.ShouldBeEmpty();
    }

    [Fact]
    public void BeforeTheFirstRelease_TheActionSaysSo()
    {
        folder.Write("action/releases.txt", File.ReadAllText(Repository.Combine("actions/setup/releases.txt")).Split('\n')[0] + "\n");

        Fails(Install(), "this commit of actions/setup belongs to no release and knows no digests. Use gates-ci/gates/actions/setup at a release's commit");
    }

    [Fact]
    public void NewestVersion_IsTheHighestAndNotTheLast()
    {
        Release("1.10.0", Pack("gates", "LICENSE"));
        File.AppendAllText(Path.Combine(folder.Path, "action/releases.txt"), $"{new string('0', 64)} gates-1.9.0-linux-x64.tar.gz\n");

        Fails(Install(), "the program says that it is \"1.4.0+0123\", and not 1.10.0");
    }

    [Fact]
    public void ProgramThatDoesNotRunHere_OrIsAnotherVersion_IsSaid()
    {
        folder.Write("packing/gates", "#!/bin/bash\necho 'no GLIBC_2.34' >&2\nexit 1\n");
        Release("1.4.0", PackAsIs("gates"));
        Fails(Install(), "the program does not run on this machine: no GLIBC_2.34");

        folder.Write("packing/gates", "#!/bin/bash\necho 1.3.9\n");
        Release("1.4.0", PackAsIs("gates"));
        Fails(Install(), "the program says that it is \"1.3.9\", and not 1.4.0");
    }

    [Fact]
    public void NoTokenOfTheJob_ReachesTheServerOrTheLog()
    {
        folder.Write(".netrc", $"machine localhost login me password {Secret}\n");
        folder.Write(".curlrc", $"header = \"Authorization: {Secret}\"\nverbose\n");

        var output = Install();

        output.ExitCode.ShouldBe(0, output.ToString());
        output.ToString().ShouldNotContain(Secret);
        server.Requests.ShouldHaveSingleItem().ShouldNotContain(Secret);
        server.Requests[0].ShouldNotContain("Authorization");
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

    private ProgramOutput Install(params (string Name, string Value)[] variables)
    {
        var environment = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["HOME"] = folder.Path,
            ["GITHUB_ACTION_PATH"] = Path.Combine(folder.Path, "action"),
            ["GITHUB_TOKEN"] = Secret,
            ["GITHUB_PATH"] = Path.Combine(folder.Path, "path"),
            ["GITHUB_OUTPUT"] = Path.Combine(folder.Path, "output"),
            ["RUNNER_OS"] = "Linux",
            ["RUNNER_ARCH"] = "X64",
            ["RUNNER_TEMP"] = Directory.CreateDirectory(Path.Combine(folder.Path, "temp")).FullName,
            ["RUNNER_TOOL_CACHE"] = Path.Combine(folder.Path, "tools"),
            ["CURL_CA_BUNDLE"] = folder.Write("authority.pem", tls.Authority),
            ["GATES_REAL"] = Repository.Gates,
            ["VERSION"] = "",
            ["DOWNLOAD_URL"] = $"{tls.Address}/mirror/",
        };
        foreach (var (name, value) in variables)
        {
            environment[name] = value;
        }

        var (_, script) = Releasing.ReleaseWorkflow.Scripts("actions/setup/action.yml").Single();
        return ExternalProgram.Run("bash", ["--noprofile", "--norc", "-eo", "pipefail", "-c", script], folder.Path, environment);
    }

    /// <summary>In both forms that the runner reads: <c>name=value</c>, and a value of several lines between marks.</summary>
    private Dictionary<string, string> Outputs(string file) => OutputLine().Matches(folder.Read(file)).ToDictionary(
        match => match.Groups["name"].Value,
        match => match.Groups["value"].Value,
        StringComparer.Ordinal);

    /// <summary>Puts an archive where it is fetched from, and its digest where the action looks.</summary>
    private void Release(string version, byte[] archive)
    {
        var name = $"gates-{version}-linux-x64.tar.gz";
        server.Files[$"/mirror/{name}"] = archive;
        var others = folder.Read("action/releases.txt").Split('\n').Where(line => line.Length > 0 && !line.EndsWith(name, StringComparison.Ordinal));
        folder.Write("action/releases.txt", string.Join('\n', [.. others, $"{Convert.ToHexStringLower(SHA256.HashData(archive))} {name}", ""]));
    }

    private byte[] Pack(params string[] names)
    {
        foreach (var name in names)
        {
            folder.Write($"packing/{name}", name);
        }

        folder.Write("packing/gates", "#!/bin/bash\nif [[ $1 == --version ]]; then echo 1.4.0+0123; else exec \"$GATES_REAL\" \"$@\"; fi\n");
        return PackAsIs(names);
    }

    private byte[] PackAsIs(params string[] names)
    {
        var packing = Path.Combine(folder.Path, "packing");
        if (!new FileInfo(Path.Combine(packing, "gates")).Attributes.HasFlag(FileAttributes.ReparsePoint))
        {
            File.SetUnixFileMode(Path.Combine(packing, "gates"), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        var target = Path.Combine(folder.Path, "packed.tar.gz");
        ExternalProgram.Run("tar", ["-C", packing, "-P", "-czf", target, .. names]).Succeeded();
        return File.ReadAllBytes(target);
    }

    [GeneratedRegex(@"^(?<name>[\w-]+)(?:=(?<value>.*)|<<(?<mark>.+)\n(?<value>[\s\S]*?)\n\k<mark>)$", RegexOptions.Multiline)]
    private static partial Regex OutputLine();
}
