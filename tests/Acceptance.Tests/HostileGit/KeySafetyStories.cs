using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.HostileGit;

/// <summary>What a program that runs beside or below ours can find of its key and its token, with the real program.</summary>
public sealed class KeySafetyStories : IDisposable
{
    private const string Token = "ghs_sentinel_of_the_token";

    private readonly TempFolder folder = new();
    private readonly TempRepository origin = new();

    [Fact]
    public void ProgramsOfOurs_LookingAtEveryProcess_FindNeitherKeyNorToken()
    {
        var pem = NewKey();
        var (clone, first) = ShallowClone();
        using var http = new GitHttpBackend(Path.Combine(
            folder.Path,
            "server"))
        { Demanded = "Basic " + Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes("x-access-token:" + Token)) };
        TempRepository.Run(folder.Path, "clone", "-q", "--bare", origin.Path, "server/acme/shop.git");
        TempRepository.Run(Path.Combine(folder.Path, "server/acme/shop.git"), "config", "uploadpack.allowAnySHA1InWant", "true");
        TempRepository.Run(clone, "remote", "set-url", "origin", $"{http.Address}/acme/shop.git");
        Spy("git");

        var run = GatesProcess.Run(clone, ["run"], JobVariables.PullRequest(
            folder,
            first,
            ("PATH", $"{Path.Combine(folder.Path, "bin")}:{Environment.GetEnvironmentVariable("PATH")}"),
            ("GITHUB_SERVER_URL", http.Address),
            ("GITHUB_REPOSITORY", "acme/shop"),
            ("GITHUB_TOKEN", Token),
            ("GATES_EVIDENCE_KEY", pem)));

        run.ExitCode.ShouldBe(0, run.ToString());
        run.Output.ShouldContain("Signature evidence key", Case.Sensitive, "the key was there for us");
        http.Authorizations.ShouldContain(http.Demanded, "the token was there for us");
        var seen = folder.Read("seen");
        seen.ShouldContain("fetch", Case.Sensitive, "the spy was there when the token was used");
        seen.ShouldContain("GITHUB_REPOSITORY=acme/", Case.Sensitive, "the spy does read environments");
        seen.ShouldNotContain("sentinel");
        seen.ShouldNotContain(Convert.ToBase64String(System.Text.Encoding.ASCII.GetBytes("x-access-token:" + Token)));
        seen.ShouldNotContain(pem.Split('\n')[1]);
        seen.Split('\n')
            .Where(line => line.StartsWith("owner ", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal)
            .ShouldBe(["owner 0"], "what cannot be dumped is shown as the administrator's");
        seen.ShouldContain("Max core file size        0                    0", Case.Sensitive, "no core");
    }

    [Theory]
    [InlineData("exec gates run --key /dev/fd/9 9< key.pem")]
    [InlineData("cat key.pem | gates run --key /dev/stdin")]
    [InlineData("GATES_EVIDENCE_KEY_FILE=key.pem gates run")]
    public void Key_AsAFileOrADescriptor_Signs(string command)
    {
        folder.Write("key.pem", NewKey());
        origin.Write("a.txt", "1\n").Commit();
        var run = ExternalProgram.Run(
            "bash",
            ["-c", $"cd {folder.Path}; {command.Replace("gates run", $"{Repository.Gates} run --workspace {origin.Path}", StringComparison.Ordinal)}"]);
        run.Output.ShouldContain("Signature evidence key", Case.Sensitive, run.ToString());
    }

    public void Dispose()
    {
        folder.Dispose();
        origin.Dispose();
    }

    private static string NewKey()
    {
        using var made = new TempRepository();
        GatesProcess.Run(made.Path, ["keys", "new", "--use", "evidence", "--log-name", "example.com/x"]).ExitCode.ShouldBe(0);
        return File.ReadAllText(Directory.GetFiles(Path.Combine(made.Path, ".gates/keys"), "evidence-*.pem").Single());
    }

    private (string Clone, string First) ShallowClone()
    {
        var first = origin.Write("a.txt", "1\n").Commit();
        origin.Write("a.txt", "2\n").Commit();
        TempRepository.Run(folder.Path, "clone", "-q", "--depth=1", "file://" + origin.Path, "clone");
        return (Path.Combine(folder.Path, "clone"), first);
    }

    /// <summary>Stands before a program, notes what every process shows of itself, and then runs it.</summary>
    private void Spy(string program)
    {
        var real = ExternalProgram.Run("sh", ["-c", "command -v " + program]).Output.Trim();
        folder.WriteProgram(
            "bin/" + program,
            $"#!/bin/sh\n(for p in /proc/[0-9]*; do tr '\\0' '\\n' < $p/environ; tr '\\0' '\\n' < $p/cmdline; done; cat /proc/$PPID/limits; stat -c 'owner %u' /proc/$PPID) 2>/dev/null | grep -v PPID >> {folder.Path}/seen\nexec {real} \"$@\"\n");
    }
}
