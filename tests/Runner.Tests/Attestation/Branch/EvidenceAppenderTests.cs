using System.Globalization;
using System.Text;
using Gates.Attestation.Branch;
using Gates.Attestation.Cryptography;
using Gates.Attestation.Log;
using Gates.Formats.Foundation;
using Shouldly;
using Support;
using Xunit;

namespace Runner.Tests.Attestation.Branch;

public sealed class EvidenceAppenderTests
{
    private const string Branch = "gates-evidence/2026";

    [Fact]
    public async Task Append_ToTheRepositoryItself_MovesTheBranchAndNothingElse()
    {
        using var bed = new EvidenceBed();
        using var repository = new TempRepository();
        var head = repository.Write("a", "a").Commit();
        var result = await EvidenceBed.AppendAsync(repository.Info, null, bed.Identity, 2026, EvidenceBed.Item("one"), EvidenceBed.Item("two"));
        result.Items.Select(logged => logged.Proof.Index).ShouldBe([0, 1]);
        result.Attempts.ShouldBe(1);
        repository.Git("status", "--porcelain").ShouldBeEmpty();
        repository.Git("rev-parse", "HEAD").ShouldBe(head);
        repository.Git("for-each-ref", "--format=%(refname)").ShouldBe("refs/heads/gates-evidence/2026\nrefs/heads/main");
        repository.Git(
            "log",
            "-1",
            "--format=%an <%ae> %cn <%ce> %s",
            Branch).ShouldBe("Gates <gates@gates.invalid> Gates <gates@gates.invalid> Evidence: one, two");
        repository.Git("show", Branch + ":audit/2026/11/22/two.json").ShouldBe("two");
        (await bed.VerifyAsync(repository.Info)).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Append_ToARemote_LeavesTheCloneAsItWas(bool isFilterAllowed)
    {
        using var bed = new EvidenceBed();
        TempRepository.Run(bed.Remote, "config", "uploadpack.allowFilter", isFilterAllowed ? "true" : "false");
        using var http = bed.Serve();
        var (one, other) = (bed.Clone("one", http), bed.Clone("other", http));
        var config = File.ReadAllText(Path.Combine(one.FullName, ".git/config"));
        await bed.AppendAsync(one, EvidenceBed.Item("a"));
        await bed.AppendAsync(other, EvidenceBed.Item("b"));
        (await bed.AppendAsync(one, EvidenceBed.Item("c"))).Items[0].Proof.Index.ShouldBe(2);
        (await bed.VerifyAsync(one)).ShouldBe((3, []), new SizeAndProblems());
        TempRepository.Run(one.FullName, "for-each-ref").ShouldBeEmpty();
        File.ReadAllText(Path.Combine(one.FullName, ".git/config")).ShouldBe(config);
        File.Exists(Path.Combine(one.FullName, ".git/shallow")).ShouldBeFalse();
        TempRepository.Run(bed.Remote, "rev-list", "--count", Branch).ShouldBe("3");
    }

    [Fact]
    public async Task Append_OfWhatIsThere_ProvesItAndMakesNoCommit()
    {
        using var bed = new EvidenceBed();
        var clone = bed.Clone("one");
        await bed.AppendAsync(clone, EvidenceBed.Item("a"), EvidenceBed.Item("b"));
        var result = await bed.AppendAsync(clone, EvidenceBed.Item("b"));
        result.Items.ShouldHaveSingleItem().WasThere.ShouldBeTrue();
        result.Items[0].Proof.Demand(bed.Identity.Verifiers(2026), "p").Path.ShouldBe("audit/2026/11/22/b.json");
        (await bed.AppendAsync(clone, EvidenceBed.Item("a"), EvidenceBed.Item("c"))).Items.Select(logged => logged.WasThere).ShouldBe([true, false]);
        TempRepository.Run(bed.Remote, "rev-list", "--count", Branch).ShouldBe("2");
    }

    [Fact]
    public async Task Append_BySixWritersAtOnceToALogThatIsYetToBegin_LosesAndDoublesNothing()
    {
        using var bed = new EvidenceBed();
        var clones = Enumerable.Range(0, 6).Select(number => bed.Clone(string.Create(CultureInfo.InvariantCulture, $"w{number}"))).ToList();
        await Task.WhenAll(clones.Select(clone => Task.Run(async () =>
        {
            for (var i = 0; i < 5; i++)
            {
                await bed.AppendAsync(clone, EvidenceBed.Item(string.Create(CultureInfo.InvariantCulture, $"{clone.Name}-{i}")));
            }
        })));
        (await bed.VerifyAsync(clones[0])).ShouldBe((30, []), new SizeAndProblems());
        TempRepository.Run(bed.Remote, "ls-tree", "-r", "--name-only", Branch, "audit/").Split('\n').Length.ShouldBe(30);
    }

    [Fact]
    public async Task Append_ThatARemoteRefusesThoughNobodyWrites_EndsSoonAndSaysWhy()
    {
        using var bed = new EvidenceBed();
        var hook = Path.Combine(bed.Remote, "hooks", "pre-receive");
        await File.WriteAllTextAsync(hook, "#!/bin/sh\necho 'this branch is protected' >&2\nexit 1\n", TestContext.Current.CancellationToken);
        File.SetUnixFileMode(hook, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        using var http = bed.Serve();
        var clone = bed.Clone("one", http);
        using var repository = await EvidenceRepository.OpenAsync(clone, null, token: null, CancellationToken.None);
        var appender = new EvidenceAppender(repository, bed.Identity, TimeProvider.System, () => 0);
        var error = await Should.ThrowAsync<EvaluationException>(() => appender.AppendAsync([EvidenceBed.Item("a")], 2026, CancellationToken.None));
        error.Message.ShouldStartWith("gates-evidence/2026 took nothing in 5 attempts, and nobody else was writing. git says: ");
        error.Message.ShouldContain("this branch is protected");
    }

    [Theory]
    [InlineData("update-ref", "log/2026/checkpoint: 1 entries, and this clone saw 2: the end of the log was cut off")]
    [InlineData("delete", "gates-evidence/2026: gone from the remote, and it had 2 entries here: the log was cut off")]
    public async Task Append_ToARemoteThatWasCutOff_IsRefused(string attack, string message)
    {
        using var bed = new EvidenceBed();
        var clone = bed.Clone("one");
        await bed.AppendAsync(clone, EvidenceBed.Item("a"));
        var first = TempRepository.Run(bed.Remote, "rev-parse", Branch);
        await bed.AppendAsync(clone, EvidenceBed.Item("b"));
        string[] command = attack == "delete" ? ["update-ref", "-d", "refs/heads/" + Branch] : ["update-ref", "refs/heads/" + Branch, first];
        TempRepository.Run(bed.Remote, command);
        (await Should.ThrowAsync<LogException>(() => bed.AppendAsync(clone, EvidenceBed.Item("c")))).Message.ShouldBe(message);
    }

    [Fact]
    public async Task Append_ToALogOfAnotherKey_IsRefused()
    {
        using var bed = new EvidenceBed();
        using var key = Ed25519PrivateKey.From(Enumerable.Repeat((byte)2, 32).ToArray());
        var clone = bed.Clone("one");
        await EvidenceBed.AppendAsync(clone, null, bed.Identity with { Key = key, Trusted = [key.PublicKey] }, 2026, EvidenceBed.Item("a"));
        (await Should.ThrowAsync<LogException>(() => bed.AppendAsync(clone, EvidenceBed.Item("b")))).Fault.ShouldBe(LogFault.ForgedCheckpoint);
        await EvidenceBed.AppendAsync(clone, null, bed.Identity with { Trusted = [bed.Identity.Key.PublicKey, key.PublicKey] }, 2026, EvidenceBed.Item("b"));
    }

    [Fact]
    public async Task Append_WhereTheFileOnTheBranchWasEditedOrNeverLogged_IsRefused()
    {
        using var bed = new EvidenceBed();
        using var repository = new TempRepository();
        await EvidenceBed.AppendAsync(repository.Info, null, bed.Identity, 2026, EvidenceBed.Item("a"));
        repository.Git("checkout", "-q", Branch);
        repository.Write("audit/2026/11/22/a.json", "b").Write("audit/2026/11/22/c.json", "c").Commit();
        repository.Git("checkout", "-q", "--detach");
        (await Should.ThrowAsync<LogException>(() => EvidenceBed.AppendAsync(repository.Info, null, bed.Identity, 2026, EvidenceBed.Item("a"))))
            .Message.ShouldBe("audit/2026/11/22/a.json: the branch has another file there: it was changed after it was logged");
        (await Should.ThrowAsync<LogException>(() => EvidenceBed.AppendAsync(repository.Info, null, bed.Identity, 2026, EvidenceBed.Item("c"))))
            .Message.ShouldBe("audit/2026/11/22/c.json: on the branch, and no entry of the log names this file");
    }

    [Fact]
    public async Task Append_OfANewYear_BeginsWithTheLastCheckpointOfTheYearBefore()
    {
        using var bed = new EvidenceBed();
        using var repository = new TempRepository();
        await EvidenceBed.AppendAsync(repository.Info, null, bed.Identity, 2026, EvidenceBed.Item("a"));
        var result = await EvidenceBed.AppendAsync(repository.Info, null, bed.Identity, 2027, EvidenceBed.Item("b"));
        result.Items[0].Proof.Index.ShouldBe(1);
        repository.Git("show", "gates-evidence/2027:log/2026/checkpoint").ShouldBe(repository.Git("show", "gates-evidence/2026:log/2026/checkpoint"));
        repository.Git("rev-list", "--count", "gates-evidence/2027").ShouldBe("1");
        (await bed.VerifyAsync(repository.Info, year: 2027)).ShouldBe((2, []), new SizeAndProblems());
        Encoding.UTF8.GetString(result.Items[0].Proof.Bytes).ShouldContain("example.com/acme/app/2027\n2\n");
    }

    [Fact]
    public async Task Append_ToABranchWithoutALog_IsRefused()
    {
        using var bed = new EvidenceBed();
        using var repository = new TempRepository();
        repository.Commit();
        repository.Git("branch", Branch);
        (await Should.ThrowAsync<LogException>(() => EvidenceBed.AppendAsync(repository.Info, null, bed.Identity, 2026, EvidenceBed.Item("a"))))
            .Message.ShouldBe("gates-evidence/2026: the branch is there, and has no log/2026/checkpoint");
    }

    [Fact]
    public async Task Repository_WithoutGitOrRemote_IsWrongUsage()
    {
        using var folder = new TempFolder();
        using var repository = new TempRepository();
        (await Should.ThrowAsync<UsageException>(() => EvidenceRepository.OpenAsync(
            folder.Info,
            null,
            null,
            CancellationToken.None))).Message.ShouldEndWith(" is in no git repository; the evidence branch is a branch of one");
        (await Should.ThrowAsync<UsageException>(() => EvidenceRepository.OpenAsync(repository.Info, "upstream", null, CancellationToken.None)))
            .Message.ShouldBe("--remote upstream: no such remote here; give its name, an address, or \".\" for this repository itself");
    }

    private sealed class SizeAndProblems : IEqualityComparer<(long Size, IReadOnlyList<LogProblem> Problems)>
    {
        public bool Equals((long Size, IReadOnlyList<LogProblem> Problems) x, (long Size, IReadOnlyList<LogProblem> Problems) y) =>
            x.Size == y.Size && x.Problems.SequenceEqual(y.Problems);

        public int GetHashCode((long Size, IReadOnlyList<LogProblem> Problems) obj) => obj.Size.GetHashCode();
    }
}
