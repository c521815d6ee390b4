using Shouldly;
using Support;
using Xunit;

namespace Acceptance.Tests.EvidenceBranch;

/// <summary>An outsider watches another repository's log: the real program on both sides, real git and a remote behind HTTP.</summary>
public sealed class WitnessStories : IDisposable
{
    private const string Branch = "gates-evidence/";
    private const string Name = "example.org/auditor";

    private readonly TempFolder folder = new();
    private readonly GitHttpBackend http;
    private readonly Dictionary<string, string> keys = new(StringComparer.Ordinal);
    private readonly string clone;
    private readonly string outside;

    public WitnessStories()
    {
        TempRepository.Run(folder.Path, "init", "-q", "--bare", "-b", "main", "remote.git");
        http = new GitHttpBackend(folder.Path, login: "pusher");
        clone = Path.Combine(folder.Path, "clone");
        outside = Path.Combine(folder.Path, "outside");
        TempRepository.Run(folder.Path, "clone", "-q", http.Address + "/remote.git", clone);
        folder.Write("clone/a.txt", "nothing\n");
        Gates(clone, "keys", "new", "--log-name", "example.com/acme/app").ExitCode.ShouldBe(0);
        TempRepository.Run(clone, "add", "-A");
        TempRepository.Run(clone, "commit", "-q", "-m", "keys");
        TempRepository.Run(clone, "push", "-q", "origin", "HEAD:main");
        TempRepository.Run(clone, "remote", "set-head", "origin", "main");
        TempRepository.Run(folder.Path, "init", "-q", outside);
        Gates(outside, "keys", "new", "--use", "witness", "--name", Name).Output.ShouldContain($"Tell those whose logs you watch: {Name}+");
        Keys(clone, "evidence", "log");
        Keys(outside, "witness");
    }

    [Fact]
    public void ALogThatGrows_IsCosigned_AndWhoeverCutsItBackIsFoundOut()
    {
        var year = Publish();
        var unknown = Watch();
        unknown.ExitCode.ShouldBe(2);
        unknown.Error.ShouldContain("give --begin to take it as it is, the first time");
        Watch("--begin").Output.ShouldBe($"cosigned 4 entries of example.com/acme/app/{year} as {Name} (key {KeyId()})\n");
        Watch().Output.ShouldBe($"nothing new: 4 entries of example.com/acme/app/{year}, cosigned before\n");
        Verify(year).Output.ShouldContain($", seen by {Name} at ");

        var early = TempRepository.Run(clone, "rev-parse", "origin/" + Branch + year);
        Publish();
        var unseen = Verify(year);
        unseen.ExitCode.ShouldBe(1);
        unseen.Output.ShouldContain(": 1 of the witnesses that are trusted saw 4 of its 8 entries");
        Watch().Output.ShouldStartWith("cosigned 8 entries of ");
        Verify(year).ExitCode.ShouldBe(0);

        TempRepository.Run(clone, "push", "-q", "-f", "origin", $"{early}:refs/heads/{Branch}{year}");
        var cut = Watch("--out", "seen");
        cut.ExitCode.ShouldBe(1);
        cut.Error.ShouldContain("4 entries, and this witness saw 8: the end of the log was cut off");
        Directory.Exists(Path.Combine(outside, "seen")).ShouldBeFalse();
        TempRepository.Run(clone, "ls-remote", "origin", "refs/heads/" + Branch + year).ShouldStartWith(early, Case.Sensitive, "it wrote nothing");
    }

    /// <summary>Who may not push keeps what it cosigned, and whoever gets it sees that a log was cut back.</summary>
    [Fact]
    public void ACheckpointOfAnOutsider_ShowsWhatWasTakenAway()
    {
        var year = Publish();
        var early = TempRepository.Run(clone, "rev-parse", "origin/" + Branch + year);
        Publish();
        Watch("--begin", "--out", "seen").ExitCode.ShouldBe(0);
        var seen = Directory.GetFiles(Path.Combine(outside, "seen")).ShouldHaveSingleItem();
        TempRepository.Run(clone, "ls-remote", "origin").ShouldNotContain("cosigned");
        Gates(clone, "verify", Branch + year, "--seen", seen).ExitCode.ShouldBe(0);

        TempRepository.Run(clone, "push", "-q", "-f", "origin", $"{early}:refs/heads/{Branch}{year}");
        TempRepository.Run(clone, "fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*");
        var verified = Gates(clone, "verify", Branch + year, "--seen", seen);
        verified.ExitCode.ShouldBe(1, verified.ToString());
        Gates(clone, "verify", "origin/" + Branch + year).Error.ShouldContain($"without `origin/`: {Branch}{year}\n");
    }

    public void Dispose()
    {
        http.Dispose();
        folder.Dispose();
    }

    /// <summary>The year whose log has one more run now.</summary>
    private string Publish()
    {
        TempRepository.Run(clone, "commit", "-q", "--allow-empty", "-m", "more");
        Gates(clone, "run", "--gates", "dlp-scan").ExitCode.ShouldBe(0);
        Gates(clone, "publish", "--evidence-only").ExitCode.ShouldBe(0);
        TempRepository.Run(clone, "fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*");
        return TempRepository.Run(clone, "branch", "-r", "--format", "%(refname:lstrip=4)", "--list", "origin/" + Branch + "*").Trim();
    }

    private GatesOutput Watch(params string[] more)
    {
        var watched = Gates(
            outside,
            ["witness", http.Address + "/remote.git", "--trust", Path.Combine(clone, ".github/gates-keyring.json"), "--state", "w.json",
                "--origin", "example.com/acme/app", .. more]);
        TempRepository.Run(clone, "fetch", "-q", "origin", "+refs/heads/*:refs/remotes/origin/*");
        return watched;
    }

    private GatesOutput Verify(string year) =>
        Gates(clone, "verify", Branch + year, "--witness-keys", Path.Combine(outside, ".github/gates-keys/witness_verifiers"), "--witnesses", "1");

    private string KeyId() => File.ReadAllText(Path.Combine(outside, ".github/gates-keys/witness_verifiers")).Split('+')[1];

    private void Keys(string repository, params string[] uses)
    {
        foreach (var use in uses)
        {
            keys[$"GATES_{use.ToUpperInvariant()}_KEY"] = File.ReadAllText(Directory.GetFiles(Path.Combine(repository, ".gates/keys"), use + "-*").Single());
        }
    }

    private GatesOutput Gates(string directory, params string[] arguments) => GatesProcess.Run(directory, arguments, keys);
}
