using System.Text;
using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.EvidenceBranch;

/// <summary>A person is taken out of the evidence, with the real program, real git and a remote behind HTTP.</summary>
public sealed class ErasureStories : IDisposable
{
    private const string Person = "octo-person";
    private const int Kills = 8;

    private readonly TempFolder folder = new();
    private readonly GitHttpBackend http;
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly string clone;

    public ErasureStories()
    {
        TempRepository.Run(folder.Path, "init", "-q", "--bare", "-b", "main", "remote.git");
        http = new GitHttpBackend(folder.Path, login: "pusher");
        clone = Path.Combine(folder.Path, "clone");
        TempRepository.Run(folder.Path, "clone", "-q", http.Address + "/remote.git", clone);
        File.WriteAllText(Path.Combine(clone, "a.txt"), "nothing\n");
        File.WriteAllText(Path.Combine(folder.Path, "names"), Person + "\n");
        File.WriteAllText(Path.Combine(folder.Path, "dpo"), "the dpo\n");
        Gates("keys", "new", "--log-name", "example.com/acme/app").ExitCode.ShouldBe(0);
        TempRepository.Run(clone, "add", "-A");
        TempRepository.Run(clone, "commit", "-q", "-m", "keys");
        TempRepository.Run(clone, "push", "-q", "origin", "HEAD:main");
        TempRepository.Run(clone, "remote", "set-head", "origin", "main");
        foreach (var use in (string[])["evidence", "log"])
        {
            keys[$"GATES_{use.ToUpperInvariant()}_KEY"] = File.ReadAllText(Directory.GetFiles(Path.Combine(clone, ".gates/keys"), use + "-*").Single());
        }
    }

    [Fact]
    public void Person_PublishedAndErased_IsGoneAndEverythingVerifies()
    {
        Publish();
        Openings().ShouldContain(Person);
        Erase().ShouldContain("tombstone  entry ");
        Openings().ShouldNotContain(Person);
        Reachable().ShouldNotContain(Person);
        Erase().ShouldEndWith("There is nothing to erase.\n");
        Verify().ShouldContain("erased: personal fields of ");
    }

    /// <summary>Each ref is as it was or as it shall be, whenever it is looked at; the next one finishes.</summary>
    [Fact]
    public async Task Erasure_KilledAtAnyPoint_LeavesOldOrNewAndIsFinishedByTheNext()
    {
        Publish();
        for (var i = 0; i < Kills; i++)
        {
            using (var process = GatesProcess.Start(clone, Arguments(), keys))
            {
                process.StandardInput.Close();
                if (!process.WaitForExit(200 + (i * 150)))
                {
                    process.Kill(entireProcessTree: i % 2 == 0);
                    await process.WaitForExitAsync(TestContext.Current.CancellationToken);
                }
            }

            Verify();
        }

        Erase();
        Openings().ShouldNotContain(Person);
        Verify().ShouldContain(", as 1 tombstone says");
    }

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    private void Publish()
    {
        var run = GatesProcess.Run(clone, ["run", "--gates", "dlp-scan"], new Dictionary<string, string>(keys, StringComparer.Ordinal)
        {
            ["GITHUB_ACTIONS"] = "true",
            ["GITHUB_ACTOR"] = Person,
            ["GITHUB_EVENT_NAME"] = "push",
            ["GITHUB_REPOSITORY"] = "acme/app",
            ["GITHUB_RUN_ID"] = "1",
            ["GITHUB_SHA"] = TempRepository.Run(clone, "rev-parse", "HEAD"),
        });
        run.ExitCode.ShouldBe(0, run.ToString());
        Gates("publish", "--evidence-only", "--disclosures").Output.ShouldEndWith(
            "refs/gates/disclosures: 1 opening; whoever may read the repository can read them\n");
    }

    private string[] Arguments() =>
        ["erase", "--person", Path.Combine(folder.Path, "names"), "--by", Path.Combine(folder.Path, "dpo"), "--basis", "GDPR Art. 17(1)(b)"];

    private string Erase()
    {
        var erased = Gates(Arguments());
        erased.ExitCode.ShouldBe(0, erased.ToString());
        (erased.Output + erased.Error).ShouldNotContain(Person);
        return erased.Output;
    }

    private string Verify()
    {
        TempRepository.Run(clone, "fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*");
        var branch = TempRepository.Run(clone, "for-each-ref", "--format=%(refname:lstrip=3)", "refs/remotes/origin/gates-evidence");
        var verified = Gates("verify", branch);
        verified.ExitCode.ShouldBe(0, verified.ToString());
        return verified.Output;
    }

    /// <summary>The openings that the remote's refs lead to, decoded.</summary>
    private string Openings() => string.Join('\n', Reachable().Split('"')
        .Where(part => part.StartsWith("Wy", StringComparison.Ordinal) && System.Buffers.Text.Base64Url.IsValid(part))
        .Select(part => Encoding.UTF8.GetString(System.Buffers.Text.Base64Url.DecodeFromChars(part))));

    private string Reachable()
    {
        var remote = Path.Combine(folder.Path, "remote.git");
        return string.Join('\n', TempRepository.Run(remote, "rev-list", "--objects", "--all").Split('\n').Select(line => line.Split(' ')[0])
            .Select(id => TempRepository.Run(remote, "cat-file", "-t", id) == "tree" ? "" : TempRepository.Run(remote, "cat-file", "-p", id)));
    }

    private GatesOutput Gates(params string[] arguments) => GatesProcess.Run(clone, arguments, keys);
}
